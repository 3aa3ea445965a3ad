// The credits of the account: what each was, what is left, and until when.
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { EmptyState } from "#components/empty-state";
import { Figure } from "#components/figure";
import { Note } from "#components/note";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { StatusMark } from "#components/status-mark";
import { TimeLeft } from "#components/time-left";
import { Timestamp } from "#components/timestamp";
import { moneyOfCents } from "#format/money";
import { msOf } from "#format/time";
import { wordsOf } from "#format/words";
import { useNow } from "#hooks/use-now";

type Grant = Schemas["cellplane.cloud.v1.CreditGrant"];

export function CreditsPage(): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/billing/credits");
  if (error !== null) return <ProblemNote title="The credits cannot be read" error={error} />;
  if (data === undefined) return <Skeleton lines={6} />;
  const credits = data.credits ?? [];
  return (
    <Section
      title="Credits"
      layout="stacked"
      text="They pay before the card does: by priority, then what expires soonest, then what was given before what was bought."
    >
      {credits.length === 0 ? (
        <EmptyState
          title="No credits"
          text="Trials, promotions and money paid ahead are listed here, with what is left of each."
        />
      ) : (
        <Grants credits={credits} />
      )}
      <Note>
        A commitment is a credit that was bought ahead; what is left at its end goes over to its renewal.
      </Note>
      <ShowAs rest={{ method: "GET", path: "/api/v1/billing/credits" }} />
    </Section>
  );
}

function Grants({ credits }: { credits: readonly Grant[] }): ReactNode {
  const now = useNow();
  return (
    <SimpleTable
      label="Credits"
      figures={[3, 4, 5]}
      headers={["Credit", "State", "Kind", "Left", "Of", "Priority", "Expires", "Time left"]}
      rows={credits.map((grant) => ({
        key: grant.grantId ?? "",
        cells: [
          grant.name,
          <GrantState key="state" grant={grant} nowMs={now} />,
          wordsOf(grant.category ?? ""),
          <Figure key="left" value={moneyOfCents(grant.balanceCents ?? 0, grant.currency)} />,
          moneyOfCents(grant.amountCents ?? 0, grant.currency),
          String(grant.priority ?? 0),
          <Timestamp key="until" at={grant.expireTime} fallback="never" />,
          grant.expireTime === undefined ? (
            "—"
          ) : (
            <TimeLeft
              key="left-time"
              fromMs={msOf(grant.effectiveTime) ?? now}
              toMs={msOf(grant.expireTime) ?? now}
              nowMs={now}
            />
          ),
        ],
      }))}
    />
  );
}

function GrantState({ grant, nowMs }: { grant: Grant; nowMs: number }): ReactNode {
  if (grant.voidedTime !== undefined) return <StatusMark status="canceled" word="Taken back" />;
  if ((grant.balanceCents ?? 0) === 0) return <StatusMark status="completed" word="Used up" />;
  if ((msOf(grant.expireTime) ?? Infinity) <= nowMs) return <StatusMark status="timed-out" word="Expired" />;
  if ((msOf(grant.effectiveTime) ?? 0) > nowMs) return <StatusMark status="waiting" word="Not yet" />;
  return <StatusMark status="running" word="In use" />;
}
