// Sends a signal to a running workflow.
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { FormLayout } from "#components/form-layout";
import { ShowCommand } from "#components/show-command";
import type { RunName } from "../workflow-facts.ts";
import { workflowCommand } from "./commands.ts";
import { hasMistake, InputFields } from "./input-fields.tsx";
import { useKnownNames } from "./known-names.ts";
import { NameField } from "./name-field.tsx";
import { useIdentity } from "./use-identity.ts";
import { useEncodedInputs } from "./use-inputs.ts";

export function SignalDialog({ run, onClose }: { run: RunName; onClose: () => void }): ReactNode {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Send a signal"
      text="The workflow gets it as soon as a worker runs it."
    >
      <Content run={run} onClose={onClose} />
    </Dialog>
  );
}

function Content({ run, onClose }: { run: RunName; onClose: () => void }): ReactNode {
  const { namespace, workflowId, runId } = run;
  const [name, setName] = useState("");
  const [inputs, setInputs] = useState<readonly string[]>([""]);
  const { signals } = useKnownNames(run);
  const identity = useIdentity();
  const encode = useEncodedInputs();
  const [requestId] = useState(() => crypto.randomUUID());
  const call = useWorkflowServiceMutation("SignalWorkflowExecution");
  const signal = useMutation({
    mutationFn: async () =>
      call.mutateAsync({
        namespace,
        workflowExecution: { workflowId, runId },
        signalName: name.trim(),
        input: { payloads: await encode(inputs) },
        identity,
        requestId,
      }),
    onSuccess: () => {
      say("Signal sent", { text: name.trim() });
      onClose();
    },
  });
  const isReady = name.trim() !== "" && !hasMistake(inputs);
  return (
    <>
      <FormLayout
        onSubmit={() => (isReady ? signal.mutate() : undefined)}
        error={signal.error}
        errorTitle="The signal was not sent"
        buttons={
          <Button kind="primary" type="submit" disabled={!isReady} isBusy={signal.isPending}>
            Send signal
          </Button>
        }
      >
        <NameField label="Signal name" value={name} onChange={setName} names={signals} />
        <InputFields values={inputs} onChange={setInputs} />
      </FormLayout>
      <ShowCommand
        command={workflowCommand("signal", run, [
          ["name", name.trim()],
          ...inputs.map((text) => ["input", text.trim()] as const),
        ])}
      />
    </>
  );
}
