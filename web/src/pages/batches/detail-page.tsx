// One batch operation: how far it is, what it does to which workflows and why; and a way to stop it.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useMayWrite } from "#api/may-write";
import { workflowServiceQuery, type ResponseOf } from "#api/workflow-service";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { Facts } from "#components/facts";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { BatchStatus, typeWords } from "./batch-facts.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { StopDialog } from "./stop-dialog.tsx";

const RUNNING_MS = 1_500;
const RUNNING = "BATCH_OPERATION_STATE_RUNNING";

export function BatchDetailPage(): ReactNode {
  const namespace = useNamespaceId();
  const jobId = useParams({ strict: false }).jobId ?? "";
  const mayWrite = useMayWrite(namespace);
  const [isStopping, setStopping] = useState(false);
  const { data, error, refetch } = useQuery({
    ...workflowServiceQuery("DescribeBatchOperation", { namespace, jobId }),
    refetchInterval: ({ state }) => (state.data?.state === RUNNING ? RUNNING_MS : false),
  });
  return (
    <Page
      title={jobId}
      mark={data === undefined ? null : <BatchStatus state={data.state} />}
      actions={
        mayWrite && data?.state === RUNNING ? (
          <Button kind="danger" onClick={() => setStopping(true)}>
            Stop
          </Button>
        ) : undefined
      }
    >
      {error === null ? null : (
        <ProblemNote
          title="The batch operation cannot be read"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined ? error === null ? <Skeleton lines={6} /> : null : <Content described={data} />}
      {isStopping ? (
        <StopDialog namespace={namespace} jobId={jobId} onClose={() => setStopping(false)} />
      ) : null}
    </Page>
  );
}

function Content({ described }: { described: ResponseOf<"DescribeBatchOperation"> }): ReactNode {
  const { reason = "", query = "", identity = "" } = described;
  return (
    <>
      <Section title="Progress">
        <ProgressBar
          total={Number(described.totalOperationCount ?? 0)}
          done={Number(described.completeOperationCount ?? 0)}
          failed={Number(described.failureOperationCount ?? 0)}
        />
      </Section>
      <Section title="Facts">
        <Facts
          facts={[
            { name: "Does", value: typeWords(described.operationType) },
            { name: "Reason", value: reason === "" ? "—" : reason },
            { name: "Started by", value: identity === "" ? "—" : identity },
            { name: "Started", value: <Timestamp at={described.startTime} form="absolute" /> },
            {
              name: "Ended",
              value: <Timestamp at={described.closeTime} form="absolute" fallback="not yet" />,
            },
          ]}
        />
      </Section>
      {query === "" ? null : (
        <Section title="Workflows" text="Those that this filter found when the batch was started.">
          <CodeBlock title="List filter" text={query} />
        </Section>
      )}
    </>
  );
}
