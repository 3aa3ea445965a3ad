// A new sink of the audit trail: its kind, and what that kind asks for.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ChoiceCards } from "#components/choice-cards";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { terraformOf } from "#format/show-as";
import { SINK_FIELDS, SINK_KINDS, specOf, terraformSink, type SinkDraft } from "./sink-draft.ts";

const START: SinkDraft = { name: "", kind: "webhookSink", values: {} };

export function AuditSinkForm(): ReactNode {
  const [draft, setDraft] = useState(START);
  const saved = useSaved("/cloud/audit-log-sinks");
  const create = api.useMutation("post", "/cloud/audit-log-sinks", {
    onSuccess: saved("Sink added", () => setDraft(START)),
  });
  const validate = api.useMutation("post", "/cloud/audit-log-sink-validate", {
    onSuccess: () => create.mutate({ body: { spec: specOf(draft) } }),
  });
  const body = { spec: specOf(draft) };
  const error = (validate.error ?? create.error) as unknown;
  const isTold =
    messageAbout(error, "spec.name") !== undefined ||
    SINK_FIELDS[draft.kind].some(
      ({ name }) => messageAbout(error, `spec.${draft.kind}.${name}`) !== undefined,
    );
  return (
    <>
      <FormLayout
        onSubmit={() => validate.mutate({ body })}
        error={isTold ? undefined : error}
        errorTitle="The sink was not added"
        buttons={
          <Button kind="primary" type="submit" isBusy={validate.isPending || create.isPending}>
            Try and add sink
          </Button>
        }
      >
        <SinkFields draft={draft} onChange={setDraft} error={error} />
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: "/cloud/audit-log-sinks", body }}
        {...(draft.kind === "webhookSink"
          ? {}
          : {
              terraform: terraformOf(
                "temporalcloud_account_audit_log_sink",
                draft.name,
                terraformSink(draft),
              ),
            })}
      />
    </>
  );
}

function SinkFields(props: {
  draft: SinkDraft;
  onChange: (draft: SinkDraft) => void;
  error: unknown;
}): ReactNode {
  const { draft, onChange, error } = props;
  return (
    <>
      <ChoiceCards
        label="Kind"
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind, values: {} })}
        choices={SINK_KINDS}
      />
      <TextField
        label="Name"
        name="sinkName"
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        error={messageAbout(error, "spec.name")}
        isMono
      />
      {SINK_FIELDS[draft.kind].map(({ name, ...field }) => (
        <TextField
          key={name}
          {...field}
          value={draft.values[name] ?? ""}
          onChange={(value) => onChange({ ...draft, values: { ...draft.values, [name]: value } })}
          error={messageAbout(error, `spec.${draft.kind}.${name}`)}
          isMono
        />
      ))}
    </>
  );
}
