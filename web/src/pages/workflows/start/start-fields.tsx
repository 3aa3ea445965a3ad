// The fields of a workflow to start.
import type { ReactNode } from "react";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { PayloadList } from "#components/payload-view";
import { SelectField } from "#components/select-field";
import { InputFields } from "../actions/input-fields.tsx";
import type { StartForm } from "./start-form.ts";

const REUSE = [
  { value: "ALLOW_DUPLICATE", label: "Start again" },
  { value: "ALLOW_DUPLICATE_FAILED_ONLY", label: "Start again only if it failed" },
  { value: "REJECT_DUPLICATE", label: "Refuse" },
] as const;

const CONFLICT = [
  { value: "FAIL", label: "Refuse" },
  { value: "USE_EXISTING", label: "Use the one that runs" },
  { value: "TERMINATE_EXISTING", label: "Terminate the one that runs, then start" },
] as const;

interface Props {
  form: StartForm;
  onChange: (part: Partial<StartForm>) => void;
}

export function StartFields({ form, onChange }: Props): ReactNode {
  return (
    <>
      <TextField
        label="Workflow ID"
        value={form.workflowId}
        onChange={(workflowId) => onChange({ workflowId })}
        hint="Names what it is about, such as order-42. Only one of an id runs at a time."
        isMono
        autoComplete="off"
      />
      <TextField
        label="Workflow type"
        value={form.workflowType}
        onChange={(workflowType) => onChange({ workflowType })}
        isMono
        autoComplete="off"
      />
      <TextField
        label="Task queue"
        value={form.taskQueue}
        onChange={(taskQueue) => onChange({ taskQueue })}
        hint="The one that the workers poll."
        isMono
        autoComplete="off"
      />
      <Input form={form} onChange={onChange} />
      <TextField
        label="Time limit"
        value={form.executionTimeout}
        onChange={(executionTimeout) => onChange({ executionTimeout })}
        inputMode="numeric"
        suffix="seconds"
        hint="For the whole of it, with retries and continued runs."
        isOptional
      />
      <SelectField
        label="If one of this id has closed"
        choices={REUSE}
        value={form.reuse}
        onChange={(reuse) => onChange({ reuse })}
      />
      <SelectField
        label="If one of this id is running"
        choices={CONFLICT}
        value={form.conflict}
        onChange={(conflict) => onChange({ conflict })}
      />
    </>
  );
}

function Input({ form, onChange }: Props): ReactNode {
  if (form.keptInput === undefined) {
    return <InputFields values={form.inputs} onChange={(inputs) => onChange({ inputs })} />;
  }
  return (
    <div>
      <p>The input of the other one is sent again as it is:</p>
      <PayloadList payloads={form.keptInput} />
      <Button kind="quiet" onClick={() => onChange({ keptInput: undefined })}>
        Type another input
      </Button>
    </div>
  );
}
