// The installation at a glance: what needs somebody first, then its figures and its cells.
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { EmptyState } from "#components/empty-state";
import { Facts } from "#components/facts";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { AS_OPERATOR } from "./as-operator.ts";

type Alert = Schemas["cellplane.cloud.v1.InstallationAlert"];

const REFETCH_MS = 5_000;
const WORDS: Readonly<Record<string, string>> = {
  "cell-away": "A cell does not answer",
  "work-stuck": "Work does not move",
  "mail-stuck": "Mail is not sent",
  "invoice-difference": "An invoice differs from Stripe's",
  "invoice-missing": "An invoice is missing at Stripe",
  "meter-difference": "A meter differs from what was counted",
};

export function InstallationPage(): ReactNode {
  const { data, error, refetch } = api.useQuery("get", "/api/v1/installation", AS_OPERATOR, {
    refetchInterval: REFETCH_MS,
  });
  if (error !== null)
    return (
      <ProblemNote title="The installation cannot be read" error={error} onRetry={() => void refetch()} />
    );
  if (data === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <Section
        title="Needs somebody"
        layout="stacked"
        text="Cells that are away, work and mail that do not move, and what reconciliation found."
      >
        <Alerts alerts={data.alerts ?? []} />
      </Section>
      <Section title="Installation">
        <Facts
          facts={[
            { name: "Accounts", value: count(data.accounts) },
            { name: "Namespaces", value: count(data.namespaces) },
            { name: "Work under way", value: count(data.operationsUnfinished) },
            { name: "Work that failed in a day", value: count(data.operationsFailed) },
            { name: "Mails waiting", value: count(data.mailsWaiting) },
            { name: "Directory version", value: count(data.directoryVersion) },
          ]}
        />
      </Section>
    </>
  );
}

function Alerts({ alerts }: { alerts: readonly Alert[] }): ReactNode {
  if (alerts.length === 0) return <EmptyState title="Nothing needs anybody" />;
  return (
    <SimpleTable
      label="Needs somebody"
      headers={["What", "About", "Account", "Since", "Says"]}
      rows={alerts.map(({ kind = "", subject = "", accountId, text, sinceTime }) => ({
        key: `${kind}/${accountId ?? ""}/${subject}`,
        cells: [
          <StatusMark key="what" status="failed" word={WORDS[kind] ?? kind} />,
          <code key="about">{subject}</code>,
          <code key="account">{accountId}</code>,
          <Timestamp key="since" at={sinceTime} fallback="now" />,
          text,
        ],
      }))}
    />
  );
}
