// What can be done with a pending activity: try again now, hold it back, let it go on.
import type { ReactNode } from "react";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";
import { ShowCommand } from "#components/show-command";
import { temporalCommand } from "../actions/commands.ts";
import { useIdentity } from "../actions/use-identity.ts";
import { useMayWrite } from "#api/may-write";
import type { RunName } from "../workflow-facts.ts";
import styles from "./detail.module.css";

interface Props {
  run: RunName;
  activityId: string;
  isPaused: boolean;
}

export function ActivityActions({ run, activityId, isPaused }: Props): ReactNode {
  const { namespace, workflowId, runId } = run;
  const identity = useIdentity();
  const mayWrite = useMayWrite(namespace);
  const reset = useWorkflowServiceMutation("ResetActivity");
  const pause = useWorkflowServiceMutation("PauseActivity");
  const unpause = useWorkflowServiceMutation("UnpauseActivity");
  if (!mayWrite) return null;
  const request = { namespace, execution: { workflowId, runId }, id: activityId, identity };
  const error = reset.error ?? pause.error ?? unpause.error;
  const command = (verb: string): string =>
    temporalCommand(`activity ${verb}`, namespace, [
      ["workflow-id", workflowId],
      ["run-id", runId],
      ["activity-id", activityId],
    ]);
  return (
    <div className={styles["stack"]}>
      <div className={styles["row"]}>
        <Button
          isBusy={reset.isPending}
          onClick={() => reset.mutate(request, { onSuccess: () => say("The activity begins again") })}
        >
          Try again now
        </Button>
        {isPaused ? (
          <Button
            isBusy={unpause.isPending}
            onClick={() => unpause.mutate(request, { onSuccess: () => say("The activity goes on") })}
          >
            Unpause
          </Button>
        ) : (
          <Button
            isBusy={pause.isPending}
            onClick={() => pause.mutate(request, { onSuccess: () => say("The activity is paused") })}
          >
            Pause
          </Button>
        )}
      </div>
      {error === null ? null : <ProblemNote title="It was not done" error={error} />}
      <ShowCommand command={[command("reset"), command(isPaused ? "unpause" : "pause")].join("\n\n")} />
    </div>
  );
}
