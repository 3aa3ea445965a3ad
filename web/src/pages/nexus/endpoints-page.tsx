// The Nexus endpoints: each leads calls to the workers of a task queue, from the namespaces that may call it.
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { SimpleTable } from "#components/simple-table";
import { EndpointForm } from "./endpoint-form.tsx";
import { callersOf, type Endpoint } from "./endpoint-draft.ts";

const SHOWN = 200;
const REFETCH_MS = 5_000;

export function NexusEndpointsPage(): ReactNode {
  const may = useMay();
  const [edited, setEdited] = useState<Endpoint | undefined>();
  const [deleted, setDeleted] = useState<Endpoint | undefined>();
  const { data, error, refetch } = api.useQuery(
    "get",
    "/cloud/nexus/endpoints",
    { params: { query: { pageSize: SHOWN } } },
    { refetchInterval: REFETCH_MS },
  );
  const endpoints = data?.endpoints ?? [];
  const button = may("cloud.nexusendpoint.create") ? (
    <Button kind="primary" icon={<Plus />} onClick={() => setEdited({})}>
      Create endpoint
    </Button>
  ) : null;
  return (
    <Page
      title="Nexus endpoints"
      text="Calls between namespaces, by name instead of by address."
      actions={button}
    >
      {error === null ? null : (
        <ProblemNote title="The endpoints cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && endpoints.length === 0 ? (
        <EmptyState
          title="No endpoint yet"
          text="An endpoint leads to the workers of one task queue. Workflows of the namespaces you name can call it."
        />
      ) : null}
      {endpoints.length === 0 ? null : (
        <EndpointTable
          endpoints={endpoints}
          canChange={may("cloud.nexusendpoint.update")}
          onEdit={setEdited}
          onDelete={setDeleted}
        />
      )}
      <Dialog
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={edited?.id === undefined ? "Create endpoint" : "Edit endpoint"}
        width="wide"
      >
        <EndpointForm endpoint={edited ?? {}} onDone={() => setEdited(undefined)} />
      </Dialog>
      {deleted === undefined ? null : (
        <EndpointDeletion endpoint={deleted} onClose={() => setDeleted(undefined)} />
      )}
    </Page>
  );
}

function EndpointTable(props: {
  endpoints: readonly Endpoint[];
  canChange: boolean;
  onEdit: (endpoint: Endpoint) => void;
  onDelete: (endpoint: Endpoint) => void;
}): ReactNode {
  return (
    <SimpleTable
      label="Nexus endpoints"
      headers={["Name", "Leads to", "Task queue", "May call", ...(props.canChange ? ["", ""] : [])]}
      rows={props.endpoints.map((endpoint) => ({
        key: endpoint.id ?? "",
        cells: [
          endpoint.spec?.name,
          <code key="to">{endpoint.spec?.targetSpec?.workerTargetSpec?.namespaceId}</code>,
          <code key="queue">{endpoint.spec?.targetSpec?.workerTargetSpec?.taskQueue}</code>,
          callersOf(endpoint).map((caller) => <Badge key={caller}>{caller}</Badge>),
          ...(props.canChange
            ? [
                <Button key="edit" kind="quiet" onClick={() => props.onEdit(endpoint)}>
                  Edit
                </Button>,
                <Button key="delete" kind="quiet" onClick={() => props.onDelete(endpoint)}>
                  Delete
                </Button>,
              ]
            : []),
        ],
      }))}
    />
  );
}

function EndpointDeletion({
  endpoint,
  onClose,
}: {
  endpoint: Schemas["temporal.api.cloud.nexus.v1.Endpoint"];
  onClose: () => void;
}): ReactNode {
  const saved = useSaved("/cloud/nexus/endpoints");
  const remove = api.useMutation("delete", "/cloud/nexus/endpoints/{endpoint_id}", {
    onSuccess: saved("Endpoint deleted", onClose),
  });
  const name = endpoint.spec?.name ?? "";
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Delete ${name}`}
      name={name}
      losses={["Every call that names it fails"]}
      verb="Delete endpoint"
      isBusy={remove.isPending}
      error={remove.error as unknown}
      onConfirm={() =>
        remove.mutate({
          params: {
            path: { endpoint_id: endpoint.id ?? "" },
            query: { resourceVersion: endpoint.resourceVersion ?? "" },
          },
        })
      }
    />
  );
}
