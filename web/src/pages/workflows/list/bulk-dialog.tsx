// Confirms what is done to many workflows: how many, what it does to each, why, and the same on the command line.
import { useState, type ReactNode } from "react";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { count } from "#format/figures";
import { queryOfRuns } from "../actions/commands.ts";
import { hasMistake, InputFields } from "../actions/input-fields.tsx";
import {
  batchRequest,
  bulkCommand,
  BULK_WORDS,
  type BulkForm,
  type BulkKind,
  type BulkTarget,
} from "./bulk-kinds.ts";

interface Props {
  kind: BulkKind;
  target: BulkTarget;
  /** How many workflows it is about. */
  number: number;
  onClose: () => void;
  onStarted: (jobId: string) => void;
}

const NEEDS_COUNT: ReadonlySet<BulkKind> = new Set(["terminate", "delete", "reset"]);
const RESET_CHOICES = [
  { value: "last", label: "The last workflow task" },
  { value: "first", label: "The first workflow task" },
] as const;

export function BulkDialog(props: Props): ReactNode {
  const { kind, number, onClose } = props;
  const { verb, lost } = BULK_WORDS[kind];
  return (
    <Dialog isOpen onClose={onClose} title={`${verb} ${workflows(number)}`} text={lost}>
      <Content {...props} />
    </Dialog>
  );
}

function workflows(number: number): string {
  return `${count(number)} ${number === 1 ? "workflow" : "workflows"}`;
}

function Content({ kind, target, number, onClose, onStarted }: Props): ReactNode {
  const [form, setForm] = useState<BulkForm>({
    kind,
    reason: "",
    signalName: "",
    signalInput: [""],
    resetTo: "last",
  });
  const [typed, setTyped] = useState("");
  const [jobId] = useState(() => crypto.randomUUID());
  const start = useWorkflowServiceMutation("StartBatchOperation");
  const isReady = isWhole(form) && (!NEEDS_COUNT.has(kind) || typed.trim() === String(number));
  const query = "query" in target ? target.query : queryOfRuns(target.runs.map(({ runId }) => runId));
  return (
    <>
      <FormLayout
        onSubmit={() =>
          isReady
            ? start.mutate(batchRequest(form, target, jobId), { onSuccess: () => onStarted(jobId) })
            : undefined
        }
        error={start.error}
        errorTitle="The batch was not started"
        buttons={
          <>
            <Button
              kind={kind === "signal" || kind === "cancel" ? "primary" : "danger"}
              type="submit"
              disabled={!isReady}
              isBusy={start.isPending}
            >
              {BULK_WORDS[kind].verb} {workflows(number)}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              Leave them
            </Button>
          </>
        }
      >
        <Fields form={form} onChange={(part) => setForm((current) => ({ ...current, ...part }))} />
        {NEEDS_COUNT.has(kind) ? (
          <TextField
            label={`Type ${String(number)} to confirm`}
            value={typed}
            onChange={setTyped}
            inputMode="numeric"
            autoComplete="off"
          />
        ) : null}
      </FormLayout>
      <CodeBlock
        title="Show as temporal CLI"
        text={bulkCommand(form, { namespace: target.namespace, query })}
        maxLines={8}
      />
    </>
  );
}

function isWhole({ kind, reason, signalName, signalInput }: BulkForm): boolean {
  if (reason.trim() === "") return false;
  return kind !== "signal" || (signalName.trim() !== "" && !hasMistake(signalInput));
}

function Fields({
  form,
  onChange,
}: {
  form: BulkForm;
  onChange: (part: Partial<BulkForm>) => void;
}): ReactNode {
  const { kind } = form;
  return (
    <>
      {kind === "signal" ? (
        <>
          <TextField
            label="Signal name"
            value={form.signalName}
            onChange={(signalName) => onChange({ signalName })}
            isMono
          />
          <InputFields values={form.signalInput} onChange={(signalInput) => onChange({ signalInput })} />
        </>
      ) : null}
      {kind === "reset" ? (
        <SelectField
          label="Reset to"
          choices={RESET_CHOICES}
          value={form.resetTo}
          onChange={(resetTo) => onChange({ resetTo })}
        />
      ) : null}
      <TextField
        label="Reason"
        value={form.reason}
        onChange={(reason) => onChange({ reason })}
        hint="It is kept with the batch and in the audit log."
        autoFocus={kind !== "signal"}
      />
    </>
  );
}
