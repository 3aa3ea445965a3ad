// Where histories of closed workflows are written to: the sinks of the namespace with their health, and a new one.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { SinkForm } from "./sink-form.tsx";
import { useNamespaceId } from "./use-namespace.tsx";

type Sink = Schemas["temporal.api.cloud.namespace.v1.ExportSink"];

export function NamespaceExportPage(): ReactNode {
  const namespace = useNamespaceId();
  const [deleted, setDeleted] = useState<Sink | undefined>();
  const { data, error } = api.useQuery("get", "/cloud/namespaces/{namespace}/export-sinks", {
    params: { path: { namespace } },
  });
  const sinks = data?.sinks ?? [];
  return (
    <>
      <Section
        title="Export sinks"
        layout="stacked"
        text="Histories of closed workflows, written once an hour."
      >
        {error === null ? null : <ProblemNote title="The sinks cannot be read" error={error} />}
        {sinks.length === 0 ? (
          <EmptyState
            title="Nothing is exported"
            text="A sink keeps histories beyond the retention, for audits and for analysis."
          />
        ) : (
          <SinkTable sinks={sinks} onDelete={setDeleted} />
        )}
      </Section>
      <Section title="Add a sink" text="Files go to a bucket of yours.">
        <SinkForm namespace={namespace} />
      </Section>
      {deleted === undefined ? null : (
        <Deletion namespace={namespace} sink={deleted} onClose={() => setDeleted(undefined)} />
      )}
    </>
  );
}

function SinkTable({
  sinks,
  onDelete,
}: {
  sinks: readonly Sink[];
  onDelete: (sink: Sink) => void;
}): ReactNode {
  return (
    <SimpleTable
      label="Export sinks"
      headers={["Name", "Health", "Destination", "Last file", ""]}
      rows={sinks.map((sink) => ({
        key: sink.name ?? "",
        cells: [
          sink.name,
          <SinkHealth key="health" sink={sink} />,
          <code key="to">{sink.spec?.s3?.bucketName ?? sink.spec?.gcs?.bucketName ?? "Azure"}</code>,
          <Timestamp key="last" at={sink.latestDataExportTime} fallback="none yet" />,
          <Button key="delete" kind="quiet" onClick={() => onDelete(sink)}>
            Delete
          </Button>,
        ],
      }))}
    />
  );
}

function SinkHealth({ sink }: { sink: Sink }): ReactNode {
  if (sink.spec?.enabled !== true) return <StatusMark status="canceled" word="Switched off" />;
  if (sink.health === "HEALTH_OK") return <StatusMark status="completed" word="Healthy" />;
  if (sink.health === undefined || sink.health === "HEALTH_UNSPECIFIED") {
    return <StatusMark status="waiting" word="Not tried yet" />;
  }
  return <StatusMark status="failed" word={sink.errorMessage ?? "Failing"} />;
}

function Deletion(props: { namespace: string; sink: Sink; onClose: () => void }): ReactNode {
  const { namespace, sink, onClose } = props;
  const queryClient = useQueryClient();
  const remove = api.useMutation("delete", "/cloud/namespaces/{namespace}/export-sinks/{name}", {
    onSuccess: async () => {
      say("Sink deleted");
      await queryClient.invalidateQueries({
        queryKey: ["get", "/cloud/namespaces/{namespace}/export-sinks"],
      });
      onClose();
    },
  });
  const name = sink.name ?? "";
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Delete ${name}`}
      name={name}
      losses={["No further history is written there", "Files that were written stay"]}
      verb="Delete sink"
      isBusy={remove.isPending}
      error={remove.error as unknown}
      onConfirm={() =>
        remove.mutate({
          params: { path: { namespace, name }, query: { resourceVersion: sink.resourceVersion ?? "" } },
        })
      }
    />
  );
}
