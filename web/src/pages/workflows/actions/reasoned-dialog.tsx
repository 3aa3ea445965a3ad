// Asks why, then does it: cancel, terminate, pause, unpause.
import { useState, type ReactNode } from "react";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowCommand } from "#components/show-command";
import type { RunName } from "../workflow-facts.ts";
import { workflowCommand } from "./commands.ts";
import { useIdentity } from "./use-identity.ts";

export type ReasonedKind = "cancel" | "terminate" | "pause" | "unpause";

const WORDS = {
  cancel: {
    title: "Cancel the workflow",
    text: "It is asked to stop. It may clean up first, or go on.",
    verb: "Cancel workflow",
    done: "Cancellation requested",
  },
  terminate: {
    title: "Terminate the workflow",
    text: "It ends at once and for good: it cannot clean up, its activities are not told, and it gives no result. To let it clean up, cancel it instead.",
    verb: "Terminate workflow",
    done: "Workflow terminated",
  },
  pause: {
    title: "Pause the workflow",
    text: "No workflow task and no activity of it is handed out until it goes on. What runs already comes to its end.",
    verb: "Pause workflow",
    done: "Workflow paused",
  },
  unpause: {
    title: "Let the workflow go on",
    text: "What waited is handed out again.",
    verb: "Unpause workflow",
    done: "Workflow goes on",
  },
} as const;

interface Props {
  kind: ReasonedKind;
  run: RunName;
  onClose: () => void;
}

export function ReasonedDialog(props: Props): ReactNode {
  const { title, text } = WORDS[props.kind];
  return (
    <Dialog isOpen onClose={props.onClose} title={title} text={text}>
      <Content {...props} />
    </Dialog>
  );
}

function Content({ kind, run, onClose }: Props): ReactNode {
  const { verb, done } = WORDS[kind];
  const [reason, setReason] = useState("");
  const { act, isPending, error } = useReasoned(kind, run);
  // What cannot be taken back is never done without a reason.
  const isReady = kind !== "terminate" || reason.trim() !== "";
  const submit = (): void =>
    act(reason.trim(), () => {
      say(done);
      onClose();
    });
  return (
    <>
      <FormLayout
        onSubmit={() => (isReady ? submit() : undefined)}
        error={error}
        errorTitle="It was not done"
        buttons={
          <>
            <Button
              kind={kind === "terminate" ? "danger" : "primary"}
              type="submit"
              disabled={!isReady}
              isBusy={isPending}
            >
              {verb}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              Leave it
            </Button>
          </>
        }
      >
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          isOptional={kind !== "terminate"}
          hint="Written into the history."
          autoFocus
        />
      </FormLayout>
      {kind === "cancel" || kind === "terminate" ? (
        <ShowCommand command={workflowCommand(kind, run, [["reason", reason.trim()]])} />
      ) : null}
    </>
  );
}

function useReasoned(kind: ReasonedKind, { namespace, workflowId, runId }: RunName) {
  const identity = useIdentity();
  const [requestId] = useState(() => crypto.randomUUID());
  const cancel = useWorkflowServiceMutation("RequestCancelWorkflowExecution");
  const terminate = useWorkflowServiceMutation("TerminateWorkflowExecution");
  const pause = useWorkflowServiceMutation("PauseWorkflowExecution");
  const unpause = useWorkflowServiceMutation("UnpauseWorkflowExecution");
  const { isPending, error } = { cancel, terminate, pause, unpause }[kind];
  const act = (reason: string, onSuccess: () => void): void => {
    const workflowExecution = { workflowId, runId };
    const asked = { namespace, reason, identity };
    if (kind === "cancel") cancel.mutate({ ...asked, workflowExecution, requestId }, { onSuccess });
    else if (kind === "terminate") terminate.mutate({ ...asked, workflowExecution }, { onSuccess });
    else if (kind === "pause") pause.mutate({ ...asked, workflowId, runId, requestId }, { onSuccess });
    else unpause.mutate({ ...asked, workflowId, runId, requestId }, { onSuccess });
  };
  return { act, isPending, error };
}
