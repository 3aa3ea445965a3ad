// Stops a batch that runs. What it has done stays done.
import { useState, type ReactNode } from "react";
import { useOwnEmail } from "#api/own-email";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { temporalCommand } from "#format/temporal-cli";

interface Props {
  namespace: string;
  jobId: string;
  onClose: () => void;
}

export function StopDialog({ namespace, jobId, onClose }: Props): ReactNode {
  const identity = useOwnEmail();
  const [reason, setReason] = useState("");
  const stop = useWorkflowServiceMutation("StopBatchOperation");
  const request = { namespace, jobId, reason: reason.trim(), identity };
  return (
    <Dialog isOpen onClose={onClose} title="Stop the batch operation" text="What it has done stays done.">
      <FormLayout
        onSubmit={() =>
          stop.mutate(request, {
            onSuccess: () => {
              say("Batch operation stopped");
              onClose();
            },
          })
        }
        error={stop.error}
        errorTitle="The batch operation was not stopped"
        buttons={
          <Button kind="danger" type="submit" isBusy={stop.isPending} disabled={reason.trim() === ""}>
            Stop batch operation
          </Button>
        }
      >
        <TextField label="Reason" value={reason} onChange={setReason} autoFocus />
      </FormLayout>
      <NamespaceShowAs
        namespace={namespace}
        path={["batch-operations", jobId, "stop"]}
        body={request}
        cli={(target) => temporalCommand("batch terminate", target, { "job-id": jobId, reason })}
      />
    </Dialog>
  );
}
