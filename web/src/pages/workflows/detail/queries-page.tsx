// Asks the workflow itself, through a worker: its stack trace, and the queries that it answers.
import { useMutation, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { callWorkflowService, workflowServiceQuery } from "#api/workflow-service";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { PayloadList } from "#components/payload-view";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowCommand } from "#components/show-command";
import { Skeleton } from "#components/skeleton";
import { readPayload, visibleText } from "#format/payload";
import { workflowCommand } from "../actions/commands.ts";
import { hasMistake, InputFields } from "../actions/input-fields.tsx";
import { useKnownNames } from "../actions/known-names.ts";
import { NameField } from "../actions/name-field.tsx";
import { useEncodedInputs } from "../actions/use-inputs.ts";
import { isOpen } from "../workflow-facts.ts";
import styles from "./detail.module.css";
import { useRun } from "./use-run.tsx";

const STACK_TRACE = "__stack_trace";

export function WorkflowQueriesPage(): ReactNode {
  const { info } = useRun();
  return (
    <>
      {info !== undefined && isOpen(info) ? <StackTrace /> : null}
      <Section title="Query" text="A worker replays the workflow and answers; nothing changes.">
        <Query />
      </Section>
    </>
  );
}

function StackTrace(): ReactNode {
  const { run } = useRun();
  const { namespace, workflowId, runId } = run;
  const { data, error, isFetching, refetch } = useQuery({
    ...workflowServiceQuery("QueryWorkflow", {
      namespace,
      execution: { workflowId, runId },
      query: { queryType: STACK_TRACE },
    }),
    retry: false,
  });
  const [payload] = data?.queryResult?.payloads ?? [];
  const read = payload === undefined ? undefined : readPayload(payload);
  return (
    <Section
      title="Stack trace"
      text="Where the workflow’s code waits now."
      actions={
        <Button icon={<RefreshCw />} isBusy={isFetching} onClick={() => void refetch()}>
          Ask again
        </Button>
      }
    >
      <div className={styles["stack"]}>
        {error === null ? null : (
          <ProblemNote title="No worker answered" error={error} onRetry={() => void refetch()} />
        )}
        {data === undefined && error === null ? <Skeleton /> : null}
        {read?.kind === "json" ? (
          <CodeBlock title="Stack trace" text={plainText(read.text) || "It waits for nothing now."} />
        ) : null}
        {payload !== undefined && read?.kind !== "json" ? <PayloadList payloads={[payload]} /> : null}
        <ShowCommand command={workflowCommand("stack", run, [])} />
      </div>
    </Section>
  );
}

/** A stack trace is one JSON string: shown with its lines. */
function plainText(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? visibleText(value) : json;
  } catch {
    return json;
  }
}

function Query(): ReactNode {
  const { run } = useRun();
  const { namespace, workflowId, runId } = run;
  const { queries } = useKnownNames(run);
  const [name, setName] = useState("");
  const [inputs, setInputs] = useState<readonly string[]>([""]);
  const encode = useEncodedInputs();
  const query = useMutation({
    mutationFn: async () =>
      callWorkflowService("QueryWorkflow", {
        namespace,
        execution: { workflowId, runId },
        query: { queryType: name.trim(), queryArgs: { payloads: await encode(inputs) } },
      }),
  });
  const isReady = name.trim() !== "" && !hasMistake(inputs);
  return (
    <div className={styles["stack"]}>
      <FormLayout
        onSubmit={() => (isReady ? query.mutate() : undefined)}
        error={query.error}
        errorTitle="The query was not answered"
        buttons={
          <Button kind="primary" type="submit" disabled={!isReady} isBusy={query.isPending}>
            Run query
          </Button>
        }
      >
        <NameField label="Query name" value={name} onChange={setName} names={queries} />
        <InputFields values={inputs} onChange={setInputs} />
      </FormLayout>
      {query.data === undefined ? null : (
        <section aria-label="Answer" aria-live="polite" className={styles["stack"]}>
          <h3>Answer</h3>
          {query.data.queryRejected === undefined ? (
            <PayloadList payloads={query.data.queryResult?.payloads} empty="It answered with nothing." />
          ) : (
            <Note tone="warning">The query was rejected, because of the workflow’s status.</Note>
          )}
        </section>
      )}
      <ShowCommand
        command={workflowCommand("query", run, [
          ["name", name.trim()],
          ...inputs.map((text) => ["input", text.trim()] as const),
        ])}
      />
    </div>
  );
}
