// Creates or changes a Nexus endpoint.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ChecksField } from "#components/checks-field";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { ShowAs } from "#components/show-as";
import { terraformOf } from "#format/show-as";
import { draftOf, specOf, type Endpoint, type EndpointDraft } from "./endpoint-draft.ts";

const OFFERED = { params: { query: { pageSize: 200 } } } as const;

export function EndpointForm({ endpoint, onDone }: { endpoint: Endpoint; onDone: () => void }): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(endpoint));
  const namespaces = api.useQuery("get", "/cloud/namespaces", OFFERED).data?.namespaces ?? [];
  const { id, resourceVersion = "", projectId } = endpoint;
  const saved = useSaved("/cloud/nexus/endpoints");
  const create = api.useMutation("post", "/cloud/nexus/endpoints", {
    onSuccess: saved("Endpoint created", onDone),
  });
  const update = api.useMutation("post", "/cloud/nexus/endpoints/{endpoint_id}", {
    onSuccess: saved("Endpoint changed", onDone),
  });
  const spec = specOf({ ...draft, namespaceId: draft.namespaceId || (namespaces[0]?.namespace ?? "") });
  const body =
    id === undefined
      ? { spec, ...(projectId === undefined ? {} : { projectId }) }
      : { spec, resourceVersion };
  const error = (create.error ?? update.error) as unknown;
  const aboutName = messageAbout(error, "spec.name");
  const save = (): void =>
    id === undefined
      ? create.mutate({ body: { spec } })
      : update.mutate({ params: { path: { endpoint_id: id } }, body: { spec, resourceVersion } });
  return (
    <>
      <FormLayout
        onSubmit={save}
        error={aboutName === undefined ? error : undefined}
        errorTitle="The endpoint was not saved"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending || update.isPending}>
            {id === undefined ? "Create endpoint" : "Save endpoint"}
          </Button>
        }
      >
        <EndpointFields
          draft={{ ...draft, namespaceId: spec.targetSpec.workerTargetSpec.namespaceId }}
          onChange={setDraft}
          namespaces={namespaces.map(({ namespace = "" }) => namespace)}
          aboutName={aboutName}
        />
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: `/cloud/nexus/endpoints${id === undefined ? "" : `/${id}`}`, body }}
        terraform={terraformOf("temporalcloud_nexus_endpoint", spec.name, terraformEndpoint(draft))}
      />
    </>
  );
}

function terraformEndpoint({ name, namespaceId, taskQueue, callers }: EndpointDraft) {
  return {
    name: name.trim(),
    worker_target: { namespace_id: namespaceId, task_queue: taskQueue.trim() },
    allowed_caller_namespaces: [...callers],
  };
}

function EndpointFields(props: {
  draft: EndpointDraft;
  onChange: (draft: EndpointDraft) => void;
  namespaces: readonly string[];
  aboutName: string | undefined;
}): ReactNode {
  const { draft, onChange, namespaces, aboutName } = props;
  const choices = namespaces.map((value) => ({ value, label: value }));
  return (
    <>
      <TextField
        label="Name"
        name="endpointName"
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        error={aboutName}
        placeholder="billing"
        isMono
        autoFocus
      />
      <SelectField
        label="Leads to"
        choices={choices}
        value={draft.namespaceId}
        onChange={(namespaceId) => onChange({ ...draft, namespaceId })}
      />
      <TextField
        label="Task queue"
        value={draft.taskQueue}
        onChange={(taskQueue) => onChange({ ...draft, taskQueue })}
        placeholder="billing-workers"
        isMono
      />
      <ChecksField
        label="Namespaces that may call it"
        choices={choices}
        values={draft.callers}
        onChange={(callers) => onChange({ ...draft, callers })}
      />
    </>
  );
}
