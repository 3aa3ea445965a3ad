// Deletes a version that nothing runs on any more.
import type { ReactNode } from "react";
import { useOwnEmail } from "#api/own-email";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { ConfirmByName } from "#components/confirm-by-name";
import type { DeploymentRef } from "./deployment-facts.ts";

interface Props extends DeploymentRef {
  buildId: string;
  onClose: () => void;
}

export function DeleteVersion({ namespace, deployment, buildId, onClose }: Props): ReactNode {
  const identity = useOwnEmail();
  const remove = useWorkflowServiceMutation("DeleteWorkerDeploymentVersion");
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Delete ${buildId}`}
      name={buildId}
      losses={[
        "The version's record",
        "It is refused while workers of it poll or workflows are pinned to it",
      ]}
      verb="Delete version"
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(
          {
            ...{ namespace, deploymentVersion: { deploymentName: deployment, buildId } },
            identity,
          },
          {
            onSuccess: () => {
              say("Version deleted");
              onClose();
            },
          },
        )
      }
    />
  );
}
