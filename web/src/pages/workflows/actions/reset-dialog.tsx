// Resets a run to the end of one of its workflow tasks: a new run begins with the history up to there.
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { ShowCommand } from "#components/show-command";
import { SwitchField } from "#components/switch-field";
import { useHistory } from "../detail/use-run.tsx";
import { firstResetPoint, lastResetPoint, resetPointAt } from "../history/reset-points.ts";
import type { RunName } from "../workflow-facts.ts";
import styles from "./actions.module.css";
import { workflowCommand } from "./commands.ts";
import { useIdentity } from "./use-identity.ts";

interface Props {
  run: RunName;
  /** The end of a workflow task; left out to begin with the last one. */
  eventId?: string;
  onClose: () => void;
}

type Where = "first" | "last" | "event";
type Excluded = "SIGNAL" | "UPDATE" | "NEXUS";

const WHERE = [
  { value: "last", label: "The last workflow task" },
  { value: "first", label: "The first workflow task: from the beginning" },
  { value: "event", label: "A chosen event" },
] as const;

const REAPPLIED: readonly { kind: Excluded; label: string }[] = [
  { kind: "SIGNAL", label: "Signals that came after it" },
  { kind: "UPDATE", label: "Updates that came after it" },
  { kind: "NEXUS", label: "Results of Nexus operations that came after it" },
];

export function ResetDialog(props: Props): ReactNode {
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title="Reset the workflow"
      text="A new run begins with the history up to there and goes on from it. An open run is terminated for it; what its activities did outside is not undone."
    >
      <Content {...props} />
    </Dialog>
  );
}

interface Form {
  where: Where;
  /** The event, as it is typed. */
  typed: string;
  reason: string;
  excluded: ReadonlySet<Excluded>;
}

function Content({ run, eventId, onClose }: Props): ReactNode {
  const [form, setForm] = useState<Form>({
    where: eventId === undefined ? "last" : "event",
    typed: eventId ?? "",
    reason: "",
    excluded: new Set(),
  });
  const { point, mistake } = usePoint(form.where, form.typed);
  const { reset, isPending, error } = useReset(run, onClose);
  const isReady = point !== undefined && form.reason.trim() !== "";
  return (
    <>
      <FormLayout
        onSubmit={() => (isReady ? reset(point, form) : undefined)}
        error={error}
        errorTitle="It was not reset"
        buttons={
          <>
            <Button kind="danger" type="submit" disabled={!isReady} isBusy={isPending}>
              Reset workflow
            </Button>
            <Button kind="quiet" onClick={onClose}>
              Leave it
            </Button>
          </>
        }
      >
        <Fields
          form={form}
          mistake={mistake}
          onChange={(part) => setForm((current) => ({ ...current, ...part }))}
        />
      </FormLayout>
      <ShowCommand command={commandOf(run, { ...form, point: point ?? "EVENT" })} />
    </>
  );
}

function useReset({ namespace, workflowId, runId }: RunName, onClose: () => void) {
  const navigate = useNavigate();
  const identity = useIdentity();
  const [requestId] = useState(() => crypto.randomUUID());
  const { mutate, isPending, error } = useWorkflowServiceMutation("ResetWorkflowExecution");
  const onSuccess = ({ runId: next = "" }): void => {
    say("Workflow reset", { text: "This is the new run." });
    onClose();
    void navigate({
      to: "/namespaces/$namespace/workflows/$workflowId/$runId",
      params: { namespace, workflowId, runId: next },
    });
  };
  const reset = (point: string, { reason, excluded }: Form): void =>
    mutate(
      {
        namespace,
        workflowExecution: { workflowId, runId },
        reason: reason.trim(),
        workflowTaskFinishEventId: point,
        requestId,
        resetReapplyType: "RESET_REAPPLY_TYPE_ALL_ELIGIBLE",
        resetReapplyExcludeTypes: [...excluded].map((kind) => `RESET_REAPPLY_EXCLUDE_TYPE_${kind}` as const),
        identity,
      },
      { onSuccess },
    );
  return { reset, isPending, error };
}

interface FieldsProps {
  form: Form;
  mistake: string | undefined;
  onChange: (part: Partial<Form>) => void;
}

function Fields({ form: { where, typed, reason, excluded }, mistake, onChange }: FieldsProps): ReactNode {
  return (
    <>
      <SelectField
        label="Reset to"
        choices={WHERE}
        value={where}
        onChange={(next) => onChange({ where: next })}
      />
      {where === "event" ? (
        <TextField
          label="Event"
          value={typed}
          onChange={(next) => onChange({ typed: next })}
          inputMode="numeric"
          error={mistake}
          hint="The id of a completed workflow task."
        />
      ) : null}
      <fieldset className={styles["checks"]}>
        <legend>Applied again to the new run</legend>
        {REAPPLIED.map(({ kind, label }) => (
          <SwitchField
            key={kind}
            label={label}
            isOn={!excluded.has(kind)}
            onChange={(isOn) => onChange({ excluded: withKind(excluded, kind, !isOn) })}
          />
        ))}
      </fieldset>
      <TextField
        label="Reason"
        value={reason}
        onChange={(next) => onChange({ reason: next })}
        hint="Written into the history."
      />
    </>
  );
}

/** The event to reset to: the end of a workflow task. */
function usePoint(where: Where, typed: string): { point: string | undefined; mistake: string | undefined } {
  const { events } = useHistory();
  if (where === "first") return { point: firstResetPoint(events)?.eventId, mistake: undefined };
  if (where === "last") return { point: lastResetPoint(events)?.eventId, mistake: undefined };
  const point = /^\d+$/.test(typed.trim()) ? resetPointAt(events, typed.trim())?.eventId : undefined;
  if (point === typed.trim()) return { point, mistake: undefined };
  const near = point === undefined ? "" : ` The one before is ${point}.`;
  return { point: undefined, mistake: `This is not the end of a workflow task.${near}` };
}

function withKind(kinds: ReadonlySet<Excluded>, kind: Excluded, isIn: boolean): ReadonlySet<Excluded> {
  const next = new Set(kinds);
  if (isIn) next.add(kind);
  else next.delete(kind);
  return next;
}

function commandOf(
  run: RunName,
  { point, reason, excluded }: { point: string; reason: string; excluded: ReadonlySet<Excluded> },
): string {
  // The command line knows no word for Nexus.
  const words = [...excluded]
    .filter((kind) => kind !== "NEXUS")
    .map((kind) => kind.charAt(0) + kind.slice(1).toLowerCase());
  return workflowCommand("reset", run, [
    ["event-id", point],
    ["reason", reason.trim()],
    ["reapply-exclude", words.join(",")],
  ]);
}
