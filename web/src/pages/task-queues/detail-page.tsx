// One task queue: for each kind of task what waits and how fast it goes; the workers that poll; its limit.
import { useQueries, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMayWrite } from "#api/may-write";
import { workflowServiceQuery } from "#api/workflow-service";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { DETAIL_REFETCH_MS } from "./limits.ts";
import { KindStats } from "./kind-stats.tsx";
import { PollerTable } from "./poller-table.tsx";
import { RateLimitForm } from "./rate-limit-form.tsx";
import { KINDS, type Described, type KindType, type WorkerInfo } from "./task-queue-facts.ts";

const WORKERS_MAX = 1_000;

export function TaskQueueDetailPage(): ReactNode {
  const namespace = useNamespaceId();
  const taskQueue = useParams({ strict: false }).taskQueue ?? "";
  const { kinds, workers, error, refetch } = useTaskQueue(namespace, taskQueue);
  return (
    <Page title={taskQueue} text="A task queue, as it is now.">
      {error === null ? null : (
        <ProblemNote title="The task queue cannot be read" error={error} onRetry={refetch} />
      )}
      {kinds.size === 0 ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <Content {...{ namespace, taskQueue, kinds, workers }} />
      )}
    </Page>
  );
}

type Kinds = ReadonlyMap<KindType, Described>;

function useTaskQueue(namespace: string, taskQueue: string) {
  const described = useQueries({
    queries: KINDS.map(({ type }) =>
      workflowServiceQuery(
        "DescribeTaskQueue",
        {
          ...{ namespace, taskQueue: { name: taskQueue }, taskQueueType: type },
          ...{ reportStats: true, reportConfig: true },
        },
        { refetchMs: DETAIL_REFETCH_MS },
      ),
    ),
  });
  const workers = useQuery(
    workflowServiceQuery("ListWorkers", { namespace, pageSize: WORKERS_MAX }, { refetchMs: 15_000 }),
  );
  const kinds = new Map<KindType, Described>();
  for (const [index, { type }] of KINDS.entries()) {
    const data = described[index]?.data;
    if (data !== undefined) kinds.set(type, data);
  }
  return {
    kinds,
    workers: (workers.data?.workers ?? []).filter((worker) => worker.taskQueue === taskQueue),
    error: described.find((each) => each.error !== null)?.error ?? null,
    refetch: () => described.forEach((each) => void each.refetch()),
  };
}

function Content(props: {
  namespace: string;
  taskQueue: string;
  kinds: Kinds;
  workers: readonly WorkerInfo[];
}): ReactNode {
  const { namespace, taskQueue, kinds, workers } = props;
  const mayWrite = useMayWrite(namespace);
  return (
    <>
      <Section title="Tasks" layout="stacked" text="Estimates of this moment, as the queue counts.">
        <KindStats kinds={kinds} />
      </Section>
      <Section title="Workers polling" layout="stacked" text="Who asked for work in the last five minutes.">
        <PollerTable kinds={kinds} workers={workers} namespace={namespace} />
      </Section>
      <Section
        title="Rate limit"
        text="How many activities the whole queue may begin in a second, whatever its workers set themselves."
      >
        <RateLimitForm
          key={JSON.stringify(kinds.get("TASK_QUEUE_TYPE_ACTIVITY")?.config?.queueRateLimit)}
          {...{ namespace, taskQueue, mayWrite }}
          described={kinds.get("TASK_QUEUE_TYPE_ACTIVITY") ?? {}}
        />
      </Section>
    </>
  );
}
