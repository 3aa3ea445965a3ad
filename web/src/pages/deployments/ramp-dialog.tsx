// Sends a part of new work to a version, or stops that.
import { useState, type ReactNode } from "react";
import { useOwnEmail } from "#api/own-email";
import { useWorkflowServiceMutation, type RequestOf } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { temporalCommand } from "#format/temporal-cli";
import type { DeploymentRef } from "./deployment-facts.ts";

interface Props extends DeploymentRef {
  buildId: string;
  percentage: number;
  isRamping: boolean;
  conflictToken: string;
  onClose: () => void;
}

export function RampDialog({ onClose, isRamping, buildId, ...props }: Props): ReactNode {
  const { namespace, deployment } = props;
  const [text, setText] = useState(String(props.percentage));
  const { request, save, isPending, error } = useRamp(props, onClose);
  const percentage = Number(text);
  const isShare = text.trim() !== "" && percentage >= 0 && percentage <= 100;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Ramp ${buildId}`}
      text="The share of new workflows that begin on it; the rest goes to the current version."
    >
      <FormLayout
        onSubmit={() => (isShare ? save(buildId, percentage, `${text} % go to ${buildId}`) : undefined)}
        error={error}
        errorTitle="The ramp was not changed"
        buttons={
          <>
            <Button kind="primary" type="submit" isBusy={isPending} disabled={!isShare}>
              Set ramp
            </Button>
            {isRamping ? (
              <Button kind="quiet" onClick={() => save("", 0, "Nothing ramps any more")}>
                Stop the ramp
              </Button>
            ) : null}
          </>
        }
      >
        <TextField
          label="Share"
          value={text}
          onChange={setText}
          inputMode="decimal"
          suffix="%"
          error={isShare ? undefined : "From 0 to 100."}
          autoFocus
        />
      </FormLayout>
      <NamespaceShowAs
        namespace={namespace}
        path={["worker-deployments", deployment, "set-ramping-version"]}
        body={request(buildId, percentage)}
        cli={(target) =>
          temporalCommand("worker deployment set-ramping-version", target, {
            ...{ "deployment-name": deployment, "build-id": buildId, percentage: text, yes: true },
          })
        }
      />
    </Dialog>
  );
}

/** An empty build id with nothing stops the ramp. */
function useRamp(
  { namespace, deployment, conflictToken }: DeploymentRef & { conflictToken: string },
  onDone: () => void,
) {
  const identity = useOwnEmail();
  const change = useWorkflowServiceMutation("SetWorkerDeploymentRampingVersion");
  const request = (buildId: string, percentage: number): RequestOf<"SetWorkerDeploymentRampingVersion"> => ({
    ...{ namespace, deploymentName: deployment, buildId, percentage, identity },
    ...(conflictToken === "" ? {} : { conflictToken }),
  });
  const save = (buildId: string, percentage: number, words: string): void =>
    change.mutate(request(buildId, percentage), {
      onSuccess: () => {
        say(words);
        onDone();
      },
    });
  return { request, save, isPending: change.isPending, error: change.error };
}
