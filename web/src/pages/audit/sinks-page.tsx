// Where the trail is delivered to: Kinesis, Pub/Sub, or a signed webhook, each with its health.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { AuditSinkForm } from "./sink-form.tsx";

type Sink = Schemas["temporal.api.cloud.account.v1.AuditLogSink"];

const REFETCH_MS = 5_000;

export function AuditSinksPage(): ReactNode {
  const may = useMay();
  const { data, error } = api.useQuery("get", "/cloud/audit-log-sinks", {}, { refetchInterval: REFETCH_MS });
  const sinks = data?.sinks ?? [];
  return (
    <>
      <Section
        title="Sinks"
        layout="stacked"
        text="Every record from the sink's own creation on, in order and at least once."
      >
        {error === null ? null : <ProblemNote title="The sinks cannot be read" error={error} />}
        {sinks.length === 0 ? (
          <EmptyState
            title="The trail stays here"
            text="A sink keeps a copy where nobody of this account can change it, for your own search and alarms."
          />
        ) : (
          <SinkTable sinks={sinks} />
        )}
      </Section>
      {may("cloud.auditlog.createSink") ? (
        <Section title="Add a sink" text="It is tried with an empty delivery before it is added.">
          <AuditSinkForm />
        </Section>
      ) : null}
    </>
  );
}

function SinkTable({ sinks }: { sinks: readonly Sink[] }): ReactNode {
  const [deleted, setDeleted] = useState<Sink | undefined>();
  const saved = useSaved("/cloud/audit-log-sinks");
  const update = api.useMutation("post", "/cloud/audit-log-sinks/{name}", {
    onSuccess: saved("Sink changed"),
  });
  const remove = api.useMutation("delete", "/cloud/audit-log-sinks/{name}", {
    onSuccess: saved("Sink deleted", () => setDeleted(undefined)),
  });
  const name = deleted?.name ?? "";
  return (
    <>
      {update.error === null ? null : <ProblemNote title="The sink was not changed" error={update.error} />}
      <SimpleTable
        label="Sinks"
        headers={["Name", "Health", "Destination", "Last delivery", "", ""]}
        rows={sinks.map((sink) => ({
          key: sink.name ?? "",
          cells: [
            sink.name,
            <SinkHealth key="health" sink={sink} />,
            <code key="to">{destinationOf(sink)}</code>,
            <Timestamp key="last" at={sink.lastSucceededTime} fallback="none yet" />,
            <Button key="switch" kind="quiet" onClick={() => update.mutate(switched(sink))}>
              {sink.spec?.enabled === true ? "Switch off" : "Switch on"}
            </Button>,
            <Button key="delete" kind="quiet" onClick={() => setDeleted(sink)}>
              Delete
            </Button>,
          ],
        }))}
      />
      <ConfirmByName
        isOpen={deleted !== undefined}
        onClose={() => setDeleted(undefined)}
        title={`Delete ${name}`}
        name={name}
        losses={["No further record is delivered there", "What was delivered stays"]}
        verb="Delete sink"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({
            params: { path: { name }, query: { resourceVersion: deleted?.resourceVersion ?? "" } },
          })
        }
      />
    </>
  );
}

function switched({ name = "", spec, resourceVersion = "" }: Sink) {
  return {
    params: { path: { name } },
    body: { spec: { ...spec, enabled: spec?.enabled !== true }, resourceVersion },
  };
}

function destinationOf({ spec }: Sink): string {
  return spec?.kinesisSink?.destinationUri ?? spec?.webhookSink?.url ?? spec?.pubSubSink?.topicName ?? "";
}

function SinkHealth({ sink }: { sink: Sink }): ReactNode {
  if (sink.spec?.enabled !== true) return <StatusMark status="canceled" word="Switched off" />;
  if (sink.health === "HEALTH_OK") return <StatusMark status="completed" word="Healthy" />;
  if (sink.health === undefined || sink.health === "HEALTH_UNSPECIFIED")
    return <StatusMark status="waiting" word="Not tried yet" />;
  return <StatusMark status="failed" word={sink.errorMessage ?? "Failing"} />;
}
