// What the parts of a running cell share. A bag of ports without behaviour: rules live in the folders it names.
import type { Clock } from "#shared/clock";
import type { Ids } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { Deployments } from "./deployments/index.ts";
import type { Counters } from "./counters/counters.ts";
import type { ExecutionRegistry } from "./executions/registry.ts";
import type { UnreadQueues } from "./executions/unread-queues.ts";
import type { Reach } from "./failpoints.ts";
import type { Journal } from "./journal/journal.ts";
import type { Matching } from "./matching/matching.ts";
import type { Measures } from "./measures/measures.ts";
import type { QueueConfigs } from "./matching/queue-configs.ts";
import type { RunKey } from "./matching/task.ts";
import type { Namespaces } from "./namespaces/namespaces.ts";
import type { Nexus } from "./nexus/nexus-ports.ts";
import type { DirectQueries } from "./queries/direct-queries.ts";
import type { Schedules } from "./schedules/index.ts";
import type { StandaloneActivities, StandaloneOperations } from "./standalone/index.ts";
import type { RunRow } from "./store/execution-statements.ts";
import type { Reader } from "./store/reader.ts";
import type { Retention } from "./timers/retention.ts";
import type { Wakes } from "./timers/wakes.ts";
import type { WorkerRegistry } from "./workers/worker-registry.ts";
import type { DecideContext, Limits, NexusEndpointFinding } from "./workflow/index.ts";

export interface Engine {
  readonly cellId: string;
  readonly clock: Clock;
  /** As the machine says it: deadlines of callers are told by this one, which may be set back. */
  readonly wallClock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  /** See failpoints.ts; absent outside of tests. */
  readonly reach: Reach | undefined;
  readonly limits: Limits;
  /** False where tenants share the cell: none of them learns which namespaces others have. */
  readonly tellsOfNamespaces: boolean;
  /** For reads only: everything that is written goes through the journal. */
  readonly pool: Reader;
  /** The same for single executions and their histories, by named statements. */
  readonly lookups: Reader;
  readonly journal: Journal;
  readonly counters: Counters;
  readonly measures: Measures;
  readonly namespaces: Namespaces;
  readonly executions: ExecutionRegistry;
  readonly unreadQueues: UnreadQueues;
  readonly matching: Matching;
  readonly queueConfigs: QueueConfigs;
  readonly workers: WorkerRegistry;
  readonly wakes: Wakes<RunKey>;
  readonly queries: DirectQueries;
  readonly retention: Retention<RunRow>;
  readonly schedules: Schedules;
  readonly activities: StandaloneActivities;
  readonly operations: StandaloneOperations;
  readonly nexus: Nexus;
  readonly deployments: Deployments;
  /** Aborts when the cell stops: long polls end. */
  readonly stopping: AbortSignal;
}

const DAY_MS = 86_400_000;

export function decideContext(engine: Engine): DecideContext {
  const { clock, deployments, ids, limits } = engine;
  return {
    now: clock.now(),
    ids,
    limits,
    nexusEndpoint: (namespaceId, name) => findCallable(engine, namespaceId, name),
    retentionMs: (namespaceId) => (engine.namespaces.byId(namespaceId)?.retentionDays ?? 0) * DAY_MS,
    seesNamespace: (name) => engine.tellsOfNamespaces && engine.namespaces.byName(name) !== undefined,
    isServedBy: (namespaceId, name, version) =>
      deployments.hasTaskQueue(namespaceId, version, { name, type: "workflow" }),
  };
}

function findCallable(
  { namespaces, nexus }: Engine,
  namespaceId: string,
  name: string,
): NexusEndpointFinding {
  const endpoint = nexus.endpoints.seenBy(namespaces.byId(namespaceId)?.name ?? "", name);
  if (endpoint === undefined) return "unknown";
  return nexus.callers.mayCall(endpoint, namespaceId) ? { endpointId: endpoint.endpointId } : "notAllowed";
}
