// What the server refuses, and with which gRPC status: clients decide by it whether to try again.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { eventTypes, execute, expectGrpc, freshQueue, GRPC, start, type Program } from "./program.ts";

const BLOB_BYTES_MAX = 2 * 1024 * 1024;
const DELETION_LIMIT_MS = 90_000;
const ID_LENGTH_MAX = 1000;
const LINKS_MAX = 10;
const LINK_BYTES_MAX = 4000;
const CONFLICT_FAIL = 1;
const CONFLICT_USE_EXISTING = 2;
const REUSE_TERMINATE_IF_RUNNING = 4;

function rawStart(fixture: Fixture, changes: Record<string, unknown>) {
  return fixture.raw.startWorkflowExecution({
    namespace: fixture.namespace,
    workflowId: fixture.id("raw"),
    requestId: randomUUID(),
    workflowType: { name: "forever" },
    taskQueue: { name: freshQueue(fixture, "raw") },
    ...changes,
  });
}

const badStarts: [string, Record<string, unknown>, RegExp?][] = [
  ["without a workflow id", { workflowId: "" }, /WorkflowId is not set/],
  ["without a type", { workflowType: { name: "" } }, /WorkflowType is not set/],
  ["without a task queue", { taskQueue: { name: "" } }, /task ?queue/i],
  [
    "with an id that is too long",
    { workflowId: "x".repeat(ID_LENGTH_MAX + 1) },
    /exceeds maximum allowed length/i,
  ],
  ["with a bad cron schedule", { cronSchedule: "whenever" }, /cron/i],
  ["with a negative timeout", { workflowRunTimeout: { seconds: -1 as never } }, /timeout/i],
  [
    "with a retry policy that makes no sense",
    { retryPolicy: { initialInterval: { seconds: 1 as never }, backoffCoefficient: 0.5 } },
    /BackoffCoefficient/i,
  ],
  [
    "with policies that contradict each other",
    { workflowIdReusePolicy: 4, workflowIdConflictPolicy: 2 },
    /WorkflowIdReusePolicy|WorkflowIDReusePolicy/i,
  ],
  [
    "with a duration of two signs",
    { workflowRunTimeout: { seconds: 5 as never, nanos: -5 } },
    /duration has seconds and nanos with different signs/,
  ],
  [
    "with too many links",
    {
      links: Array.from({ length: LINKS_MAX + 1 }, (_none, index) => ({
        batchJob: { jobId: `job-${index}` },
      })),
    },
    /cannot attach more than 10 links per request, got 11/,
  ],
  [
    "with a link that is too large",
    { links: [{ batchJob: { jobId: "x".repeat(LINK_BYTES_MAX + 1) } }] },
    /link exceeds allowed size of 4000/,
  ],
  ["with a link to nothing", { links: [{}] }, /unsupported link variant/],
  [
    "with a link to an event of no workflow",
    { links: [{ workflowEvent: { namespace: "n" } }] },
    /workflow event link must not have an empty workflow ID field/,
  ],
];

/** Policies that a signal-with-start cannot have. */
const badSignalPolicies: [Record<string, unknown>, RegExp][] = [
  [
    { workflowIdConflictPolicy: CONFLICT_FAIL },
    /WORKFLOW_ID_CONFLICT_POLICY_FAIL is not supported for this operation/,
  ],
  [
    { workflowIdReusePolicy: REUSE_TERMINATE_IF_RUNNING, workflowIdConflictPolicy: CONFLICT_USE_EXISTING },
    /TERMINATE_IF_RUNNING cannot be used together with a WorkflowIDConflictPolicy/,
  ],
];

export const refusalPrograms: Program[] = [
  ...badStarts.map(([what, changes, message]) => ({
    title: `a start ${what} is refused`,
    run: (fixture: Fixture) => expectGrpc(rawStart(fixture, changes), GRPC.INVALID_ARGUMENT, message),
  })),
  {
    title: "a signal with a link to nothing is refused",
    run: async (fixture) => {
      const handle = await start(fixture, "forever");
      const workflowExecution = { workflowId: handle.workflowId };
      const signal = { namespace: fixture.namespace, workflowExecution, signalName: "news", links: [{}] };
      await expectGrpc(
        fixture.raw.signalWorkflowExecution(signal),
        GRPC.INVALID_ARGUMENT,
        /unsupported link variant/,
      );
      await handle.terminate();
    },
  },
  {
    title: "a signal-with-start with policies that cannot be is refused, also when a run is there to signal",
    run: async (fixture) => {
      const handle = await start(fixture, "forever");
      for (const [policies, message] of badSignalPolicies) {
        const work = fixture.raw.signalWithStartWorkflowExecution({
          namespace: fixture.namespace,
          workflowId: handle.workflowId,
          requestId: randomUUID(),
          workflowType: { name: "forever" },
          taskQueue: { name: fixture.taskQueue },
          signalName: "news",
          ...policies,
        });
        await expectGrpc(work, GRPC.INVALID_ARGUMENT, message);
      }
      await handle.terminate();
    },
  },
  {
    title: "a namespace that does not exist is not found",
    run: async (fixture) => {
      await expectGrpc(rawStart(fixture, { namespace: "no-such-namespace" }), GRPC.NOT_FOUND, /not found/i);
      const workflowService = fixture.raw;
      await expectGrpc(workflowService.describeNamespace({ namespace: "no-such-namespace" }), GRPC.NOT_FOUND);
    },
  },
  {
    title: "a namespace that does not exist is told before anything else that is wrong",
    run: async ({ raw }) => {
      const namespace = "no-such-namespace";
      const bare = [
        () => raw.startWorkflowExecution({ namespace }),
        () => raw.pollWorkflowTaskQueue({ namespace }),
        () => raw.queryWorkflow({ namespace }),
        () => raw.respondActivityTaskCompleted({ namespace }),
        () => raw.createSchedule({ namespace }),
        () => raw.describeTaskQueue({ namespace }),
        () => raw.countWorkflowExecutions({ namespace, query: "nonsense here" }),
        () => raw.getWorkerVersioningRules({ namespace }),
      ];
      for (const call of bare) await expectGrpc(call(), GRPC.NOT_FOUND, /no-such-namespace is not found/);
    },
  },
  {
    title: "a queue that is not a worker's own has no other name",
    run: async ({ raw, namespace, poll }) => {
      const taskQueue = { name: "q", kind: 1, normalName: "n" };
      const message = /only sticky queues can have normal name. tq: q, normal name: n/;
      await expectGrpc(raw.listTaskQueuePartitions({ namespace, taskQueue }), GRPC.INVALID_ARGUMENT, message);
      const polled = poll(() => raw.pollWorkflowTaskQueue({ namespace, taskQueue }));
      await expectGrpc(polled, GRPC.INVALID_ARGUMENT, message);
    },
  },
  {
    title: "a run id that is no UUID is refused",
    run: async (fixture) => {
      await expectGrpc(
        fixture.raw.describeWorkflowExecution({
          namespace: fixture.namespace,
          execution: { workflowId: "w", runId: "not-a-uuid" },
        }),
        GRPC.INVALID_ARGUMENT,
        /Invalid RunId/,
      );
    },
  },
  {
    title: "a run that does not exist is not found",
    run: async (fixture) => {
      const handle = await start(fixture, "forever");
      const other = fixture.client.workflow.getHandle(handle.workflowId, randomUUID());
      await expectGrpc(
        fixture.raw.describeWorkflowExecution({
          namespace: fixture.namespace,
          execution: { workflowId: other.workflowId, runId: randomUUID() },
        }),
        GRPC.NOT_FOUND,
      );
      await handle.terminate();
    },
  },
  {
    title: "a task token that is not the server's is refused",
    run: async (fixture) => {
      const workflowService = fixture.raw;
      const token = { namespace: fixture.namespace, taskToken: Buffer.from("nonsense") };
      await expectGrpc(workflowService.respondActivityTaskCompleted(token), GRPC.INVALID_ARGUMENT);
      await expectGrpc(workflowService.respondWorkflowTaskCompleted(token), GRPC.INVALID_ARGUMENT);
    },
  },
  {
    title: "a poll without a task queue is refused",
    run: async (fixture) => {
      const workflowService = fixture.raw;
      const request = { namespace: fixture.namespace, taskQueue: { name: "" } };
      const poll = fixture.poll(() => workflowService.pollWorkflowTaskQueue(request));
      await expectGrpc(poll, GRPC.INVALID_ARGUMENT, /task ?queue/i);
    },
  },
  {
    title: "an input that is too large is refused",
    run: async (fixture) => {
      const work = start(fixture, "echo", ["x".repeat(BLOB_BYTES_MAX + 1)]);
      await expectGrpc(work, GRPC.INVALID_ARGUMENT, /exceeds/i);
    },
  },
  {
    title: "a message above the transport's limit is refused",
    run: async (fixture) => {
      const input = { payloads: [{ data: Buffer.alloc(5 * 1024 * 1024) }] };
      await expectGrpc(rawStart(fixture, { input }), GRPC.RESOURCE_EXHAUSTED);
    },
  },
  {
    title: "a signal that is too large is refused and leaves the workflow alone",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await expectGrpc(
        handle.signal("add", "x".repeat(BLOB_BYTES_MAX + 1)),
        GRPC.INVALID_ARGUMENT,
        /exceeds/i,
      );
      await handle.signal("finish");
      expect(await handle.result()).toEqual([]);
    },
  },
  {
    title: "an activity result that is too large fails the activity",
    run: async (fixture) => {
      const result = await execute(fixture, "largeResult", [BLOB_BYTES_MAX + 1]);
      expect(result).toMatchObject({
        activityType: "large",
        message: expect.stringMatching(/exceed/i) as string,
      });
    },
  },
  {
    title: "a workflow result that is too large fails the workflow task",
    run: async (fixture) => {
      const workflowService = fixture.raw;
      const taskQueue = freshQueue(fixture, "large");
      const handle = await start(fixture, "forever", [], { taskQueue });
      const poll = { namespace: fixture.namespace, taskQueue: { name: taskQueue } };
      const task = await fixture.poll(() => workflowService.pollWorkflowTaskQueue(poll));
      const data = Buffer.alloc(BLOB_BYTES_MAX + 1);
      await workflowService
        .respondWorkflowTaskCompleted({
          namespace: fixture.namespace,
          taskToken: task.taskToken,
          commands: [
            {
              commandType: 6,
              completeWorkflowExecutionCommandAttributes: { result: { payloads: [{ data }] } },
            },
          ],
        })
        .catch(() => undefined);
      expect((await eventTypes(handle)).at(-1)).not.toBe("WORKFLOW_EXECUTION_COMPLETED");
    },
  },
  {
    title: "a terminated workflow refuses what its worker still answers",
    run: async (fixture) => {
      const workflowService = fixture.raw;
      const taskQueue = freshQueue(fixture, "stale");
      const handle = await start(fixture, "forever", [], { taskQueue });
      const poll = { namespace: fixture.namespace, taskQueue: { name: taskQueue } };
      const task = await fixture.poll(() => workflowService.pollWorkflowTaskQueue(poll));
      await handle.terminate();
      await expectGrpc(
        workflowService.respondWorkflowTaskCompleted({
          namespace: fixture.namespace,
          taskToken: task.taskToken,
        }),
        GRPC.NOT_FOUND,
      );
    },
  },
  {
    title: "a deleted execution is gone",
    limitMs: DELETION_LIMIT_MS,
    run: async (fixture) => {
      const handle = await start(fixture, "echo", [1]);
      await handle.result();
      await fixture.raw.deleteWorkflowExecution({
        namespace: fixture.namespace,
        workflowExecution: { workflowId: handle.workflowId },
      });
      // Some servers delete long after they answer.
      await eventually(
        async () => {
          const { executions } = await fixture.client.workflowService.listWorkflowExecutions({
            namespace: fixture.namespace,
            query: `WorkflowId = '${handle.workflowId}'`,
          });
          return (
            executions.length === 0 &&
            (await handle.describe().then(
              () => false,
              () => true,
            ))
          );
        },
        { limitMs: DELETION_LIMIT_MS, pollMs: 500 },
      );
    },
  },
];
