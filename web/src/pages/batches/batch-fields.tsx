// The fields of a batch operation.
import type { ReactNode } from "react";
import { ChoiceCards } from "#components/choice-cards";
import { TextField } from "#components/field";
import { SelectField } from "#components/select-field";
import { TextAreaField } from "#components/text-area-field";
import { count } from "#format/figures";
import { OPERATIONS, type BatchForm } from "./batch-form.ts";
import type { Found } from "./use-found.ts";

const RESET_POINTS = [
  { value: "LastWorkflowTask", label: "The last workflow task" },
  { value: "FirstWorkflowTask", label: "The first workflow task" },
] as const;

interface Props {
  form: BatchForm;
  found: Found;
  onChange: (form: BatchForm) => void;
}

export function BatchFields({ form, found, onChange }: Props): ReactNode {
  const set = (part: Partial<BatchForm>): void => onChange({ ...form, ...part });
  return (
    <>
      <TextAreaField
        label="List filter"
        value={form.query}
        onChange={(query) => set({ query })}
        placeholder="WorkflowType = 'report' AND ExecutionStatus = 'Running'"
        error={found.mistake}
        hint={foundWords(found)}
        rows={3}
        isMono
      />
      <ChoiceCards
        label="Do"
        value={form.operation}
        onChange={(operation) => set({ operation })}
        choices={OPERATIONS.map(({ value, label, text }) => ({ value, title: label, text }))}
      />
      {form.operation === "signal" ? (
        <TextField
          label="Signal name"
          value={form.signalName}
          onChange={(signalName) => set({ signalName })}
          isMono
        />
      ) : null}
      {form.operation === "reset" ? (
        <SelectField
          label="From"
          choices={RESET_POINTS}
          value={form.resetPoint}
          onChange={(resetPoint) => set({ resetPoint })}
        />
      ) : null}
      <TextField
        label="Reason"
        value={form.reason}
        onChange={(reason) => set({ reason })}
        hint="Kept with the batch and in each workflow's history."
      />
      <TextField
        label="Rate"
        value={form.perSecond}
        onChange={(perSecond) => set({ perSecond })}
        inputMode="decimal"
        suffix="workflows per second"
        isOptional
      />
    </>
  );
}

function foundWords({ count: number, mistake }: Found): string {
  if (mistake !== undefined) return "";
  if (number === undefined) return "How many it is about is shown here.";
  return `It is about ${count(number)} ${number === 1 ? "workflow" : "workflows"} now.`;
}
