// Makes a version the current one: new workflows begin on it, and those that are not pinned move to it.
import { useState, type ReactNode } from "react";
import { useOwnEmail } from "#api/own-email";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { FormLayout } from "#components/form-layout";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { SwitchField } from "#components/switch-field";
import { temporalCommand } from "#format/temporal-cli";
import type { DeploymentRef } from "./deployment-facts.ts";

interface Props extends DeploymentRef {
  buildId: string;
  conflictToken: string;
  onClose: () => void;
}

export function SetCurrentDialog({
  namespace,
  deployment,
  buildId,
  conflictToken,
  onClose,
}: Props): ReactNode {
  const identity = useOwnEmail();
  const [isForced, setForced] = useState(false);
  const change = useWorkflowServiceMutation("SetWorkerDeploymentCurrentVersion");
  const request = {
    ...{ namespace, deploymentName: deployment, buildId, identity },
    ...(conflictToken === "" ? {} : { conflictToken }),
    ...(isForced ? { ignoreMissingTaskQueues: true, allowNoPollers: true } : {}),
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Make ${buildId} current`}
      text="New workflows begin on it. Workflows that follow the newest version move to it with their next task; pinned ones stay."
    >
      <FormLayout
        onSubmit={() =>
          change.mutate(request, {
            onSuccess: () => {
              say(`${buildId} is current`);
              onClose();
            },
          })
        }
        error={change.error}
        errorTitle="The current version was not changed"
        buttons={
          <Button kind="primary" type="submit" isBusy={change.isPending}>
            Make current
          </Button>
        }
      >
        <SwitchField
          label="Even if it misses task queues or pollers"
          hint="Off, the change is refused when the version does not poll what the current one polls."
          isOn={isForced}
          onChange={setForced}
        />
      </FormLayout>
      <NamespaceShowAs
        namespace={namespace}
        path={["worker-deployments", deployment, "set-current-version"]}
        body={request}
        cli={(target) =>
          temporalCommand("worker deployment set-current-version", target, {
            ...{ "deployment-name": deployment, "build-id": buildId },
            ...{ "ignore-missing-task-queues": isForced, yes: true },
          })
        }
      />
    </Dialog>
  );
}
