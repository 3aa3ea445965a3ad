// Sends an update to a running workflow and shows what it answers.
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useWorkflowServiceMutation, type ResponseOf } from "#api/workflow-service";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { PayloadList } from "#components/payload-view";
import { ShowCommand } from "#components/show-command";
import { FailureView } from "../detail/failure-view.tsx";
import type { RunName } from "../workflow-facts.ts";
import styles from "./actions.module.css";
import { workflowCommand } from "./commands.ts";
import { hasMistake, InputFields } from "./input-fields.tsx";
import { useKnownNames } from "./known-names.ts";
import { NameField } from "./name-field.tsx";
import { useIdentity } from "./use-identity.ts";
import { useEncodedInputs } from "./use-inputs.ts";

export function UpdateDialog({ run, onClose }: { run: RunName; onClose: () => void }): ReactNode {
  return (
    <Dialog isOpen onClose={onClose} title="Send an update" text="It waits until the workflow has answered.">
      <Content run={run} onClose={onClose} />
    </Dialog>
  );
}

function Content({ run, onClose }: { run: RunName; onClose: () => void }): ReactNode {
  const { namespace, workflowId, runId } = run;
  const [name, setName] = useState("");
  const [inputs, setInputs] = useState<readonly string[]>([""]);
  const { updates } = useKnownNames(run);
  const identity = useIdentity();
  const encode = useEncodedInputs();
  const call = useWorkflowServiceMutation("UpdateWorkflowExecution");
  const update = useMutation({
    mutationFn: async () =>
      call.mutateAsync({
        namespace,
        workflowExecution: { workflowId, runId },
        request: {
          meta: { updateId: crypto.randomUUID(), identity },
          input: { name: name.trim(), args: { payloads: await encode(inputs) } },
        },
        waitPolicy: { lifecycleStage: "UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED" },
      }),
  });
  const isReady = name.trim() !== "" && !hasMistake(inputs);
  return (
    <>
      <FormLayout
        onSubmit={() => (isReady ? update.mutate() : undefined)}
        error={update.error}
        errorTitle="The update was not sent"
        buttons={
          <>
            <Button kind="primary" type="submit" disabled={!isReady} isBusy={update.isPending}>
              Send update
            </Button>
            {update.data === undefined ? null : <Button onClick={onClose}>Close</Button>}
          </>
        }
      >
        <NameField label="Update name" value={name} onChange={setName} names={updates} />
        <InputFields values={inputs} onChange={setInputs} />
      </FormLayout>
      {update.data === undefined ? null : <Answer answer={update.data} />}
      <ShowCommand
        command={workflowCommand("update execute", run, [
          ["name", name.trim()],
          ...inputs.map((text) => ["input", text.trim()] as const),
        ])}
      />
    </>
  );
}

function Answer({ answer: { outcome } }: { answer: ResponseOf<"UpdateWorkflowExecution"> }): ReactNode {
  return (
    <section className={styles["result"]} aria-label="Answer" aria-live="polite">
      <h3>Answer</h3>
      {outcome === undefined ? (
        <Note>The workflow has accepted the update and works on it. Its history shows when it is done.</Note>
      ) : outcome.failure === undefined ? (
        <PayloadList payloads={outcome.success?.payloads} empty="It is done, without a value." />
      ) : (
        <FailureView failure={outcome.failure} />
      )}
    </section>
  );
}
