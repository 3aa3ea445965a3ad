// Starts a workflow: anew, or like one that is there.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useWorkflowServiceMutation, workflowServiceQuery } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { CodecProvider } from "#components/codec-context";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { ShowCommand } from "#components/show-command";
import { Skeleton } from "#components/skeleton";
import { hasMistake } from "../actions/input-fields.tsx";
import { useIdentity } from "../actions/use-identity.ts";
import { useEncodedInputs } from "../actions/use-inputs.ts";
import type { HistoryEvent } from "../history/history-event.ts";
import { useMayWrite } from "#api/may-write";
import { StartFields } from "./start-fields.tsx";
import { formLike, NEW_FORM, startCommand, startRequest, type StartForm } from "./start-form.ts";

export function WorkflowStartPage(): ReactNode {
  const { namespace = "" } = useParams({ strict: false });
  const mayWrite = useMayWrite(namespace);
  return (
    <CodecProvider namespace={namespace}>
      <Page title="Start workflow" width="reading">
        {mayWrite ? null : (
          <Note tone="warning">You may look at workflows of this namespace, not start them.</Note>
        )}
        <Prefilled namespace={namespace} />
      </Page>
    </CodecProvider>
  );
}

/** Reads the first event of the one to be like, when there is one. */
function Prefilled({ namespace }: { namespace: string }): ReactNode {
  const { likeWorkflow = "", likeRun = "" } = useSearch({ strict: false });
  const isLike = likeWorkflow !== "";
  const { data, error } = useQuery({
    ...workflowServiceQuery("GetWorkflowExecutionHistory", {
      namespace,
      execution: { workflowId: likeWorkflow, runId: likeRun },
      maximumPageSize: 1,
    }),
    enabled: isLike,
  });
  if (!isLike) return <Form namespace={namespace} initial={NEW_FORM} />;
  if (error !== null) return <ProblemNote title="The other workflow cannot be read" error={error} />;
  const first = data?.history?.events?.[0] as HistoryEvent | undefined;
  if (first === undefined) return <Skeleton lines={8} />;
  return <Form namespace={namespace} initial={formLike(first)} />;
}

function Form({ namespace, initial }: { namespace: string; initial: StartForm }): ReactNode {
  const navigate = useNavigate();
  const identity = useIdentity();
  const encode = useEncodedInputs();
  const [form, setForm] = useState<StartForm>(() => ({ ...initial, workflowId: crypto.randomUUID() }));
  const [requestId] = useState(() => crypto.randomUUID());
  const call = useWorkflowServiceMutation("StartWorkflowExecution");
  const start = useMutation({
    mutationFn: async () => {
      const kept = form.keptInput;
      const payloads = kept ?? (await encode(form.inputs));
      return call.mutateAsync({ ...startRequest(namespace, form), input: { payloads }, identity, requestId });
    },
    onSuccess: ({ runId = "" }) => {
      say("Workflow started", { text: form.workflowId });
      void navigate({
        to: "/namespaces/$namespace/workflows/$workflowId/$runId",
        params: { namespace, workflowId: form.workflowId.trim(), runId },
      });
    },
  });
  const isReady =
    form.workflowId.trim() !== "" &&
    form.workflowType.trim() !== "" &&
    form.taskQueue.trim() !== "" &&
    !hasMistake(form.inputs);
  return (
    <>
      <FormLayout
        onSubmit={() => (isReady ? start.mutate() : undefined)}
        error={start.error}
        errorTitle="The workflow was not started"
        buttons={
          <Button kind="primary" type="submit" disabled={!isReady} isBusy={start.isPending}>
            Start workflow
          </Button>
        }
      >
        <StartFields form={form} onChange={(part) => setForm((current) => ({ ...current, ...part }))} />
      </FormLayout>
      <ShowCommand command={startCommand(namespace, form)} />
    </>
  );
}
