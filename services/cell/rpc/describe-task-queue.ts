// DescribeTaskQueue: who polls it, how much waits in it, how fast it may go and what was configured; also in the older
// enhanced mode, which tells the same by build id and type.
import Long from "long";
import { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { messageOfQueueRouting } from "../deployments/index.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { queueTypeOf } from "../matching/queue-type.ts";
import type { QueueName } from "../matching/task.ts";
import { versionOfText } from "../workflow/index.ts";
import { checkedTaskQueue, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { pollerMessages, statsMessages } from "./task-queue-messages.ts";

type Request = temporal.api.workflowservice.v1.IDescribeTaskQueueRequest;
type Response = temporal.api.workflowservice.v1.IDescribeTaskQueueResponse;
type VersionInfo = temporal.api.taskqueue.v1.ITaskQueueVersionInfo;

const { BuildIdTaskReachability, DescribeTaskQueueMode, TaskQueueKind, TaskQueueType } =
  temporal.api.enums.v1;

const BUILD_IDS_MAX = 100;
const BUILD_IDS_WITH_REACHABILITY_MAX = 5;
const ENHANCED_TYPES = [
  TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
] as const;

export const describeTaskQueue = rpc<Request, Response>("DescribeTaskQueue", async (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const name = checkedTaskQueue(request.taskQueue);
  await engine.unreadQueues.use(engine, namespace.id, name);
  const isSticky = request.taskQueue?.kind === TaskQueueKind.TASK_QUEUE_KIND_STICKY;
  if (request.apiMode === DescribeTaskQueueMode.DESCRIBE_TASK_QUEUE_MODE_ENHANCED) {
    if (isSticky) {
      throw invalid(
        "Enhanced DescribeTaskQueue is not valid for a sticky queue, use api_mode=UNSPECIFIED or a normal queue.",
      );
    }
    return { versionsInfo: describeVersions(engine, namespace, { name, request }) };
  }
  if (isSticky && request.reportStats === true) {
    throw invalid("DescribeTaskQueue stats are only supported for the root partition");
  }
  const queueType = request.taskQueueType || TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
  const response = describe(
    engine,
    { namespaceId: namespace.id, type: queueTypeOf(queueType), name },
    request,
  );
  return isSticky ? { ...response, versioningInfo: null } : response;
});

function describe(engine: Engine, queueName: QueueName, request: Request): Response {
  const { namespaceId, type, name } = queueName;
  const queues = engine.matching.family(queueName);
  const now = engine.clock.now();
  const rate = engine.matching.effectiveRate(queueName);
  const response: Response = {
    pollers: pollerMessages(queues, now),
    versioningInfo: messageOfQueueRouting(engine.deployments.routing(namespaceId, type, name)),
    effectiveRateLimit: { requestsPerSecond: rate.tasksPerSecond, rateLimitSource: rate.source },
  };
  if (request.reportStats === true) Object.assign(response, statsMessages(queues, now));
  if (request.reportConfig === true) response.config = engine.matching.configOf(queueName) ?? null;
  if (request.includeTaskQueueStatus === true) {
    response.taskQueueStatus = {
      backlogCountHint: Long.fromNumber(queues.reduce((sum, queue) => sum + queue.backlogCount, 0)),
      ratePerSecond: rate.tasksPerSecond,
    };
  }
  return response;
}

/** By build id, where a version of a deployment is named whole. Other build ids have no tasks. */
function describeVersions(
  engine: Engine,
  namespace: Namespace,
  { name, request }: { name: string; request: Request },
): Record<string, VersionInfo> {
  const { versions } = request;
  const buildIds = new Set(versions == null ? [""] : (versions.buildIds ?? []));
  if (versions?.unversioned === true) buildIds.add("");
  checkBuildIds(buildIds, request.reportTaskReachability === true);
  const types = request.taskQueueTypes?.length ? request.taskQueueTypes : ENHANCED_TYPES;
  const info = (buildId: string): VersionInfo => ({
    typesInfo: Object.fromEntries(
      types.map((queueType) => {
        const queueName = { namespaceId: namespace.id, type: queueTypeOf(queueType), name };
        return [queueType, typeInfo(engine, queueName, { buildId, request })];
      }),
    ),
    ...(request.reportTaskReachability === true && { taskReachability: reachabilityOf(buildId) }),
  });
  const names = [...buildIds].map((buildId) => versionOfText(buildId) ?? buildId);
  return Object.fromEntries(names.map((buildId) => [buildId, info(buildId)]));
}

function checkBuildIds(buildIds: ReadonlySet<string>, withReachability: boolean): void {
  if (withReachability && buildIds.size > BUILD_IDS_WITH_REACHABILITY_MAX) {
    const limit = `limit: ${String(BUILD_IDS_WITH_REACHABILITY_MAX)}`;
    throw invalid(`Too many build ids queried at once with ReportTaskReachability==true, ${limit}`);
  }
  if (buildIds.size > BUILD_IDS_MAX) {
    throw invalid(`Too many build ids queried at once, limit: ${String(BUILD_IDS_MAX)}`);
  }
}

function typeInfo(
  engine: Engine,
  queueName: QueueName,
  { buildId, request }: { buildId: string; request: Request },
): temporal.api.taskqueue.v1.ITaskQueueTypeInfo {
  const queue = engine.matching.find({ ...queueName, version: buildId });
  const queues = queue === undefined ? [] : [queue];
  const now = engine.clock.now();
  return {
    ...(request.reportPollers === true && { pollers: pollerMessages(queues, now) }),
    ...(request.reportStats === true && { stats: statsMessages(queues, now).stats }),
  };
}

function reachabilityOf(buildId: string): temporal.api.enums.v1.BuildIdTaskReachability {
  return buildId === ""
    ? BuildIdTaskReachability.BUILD_ID_TASK_REACHABILITY_REACHABLE
    : BuildIdTaskReachability.BUILD_ID_TASK_REACHABILITY_UNREACHABLE;
}
