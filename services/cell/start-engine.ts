// Builds the engine of a cell on its store and brings back what was under way when it last stopped.
import { setMaxListeners } from "node:events";
import { defaultLimits, nextWakeAt, pendingEffects } from "./workflow/index.ts";
import type { SeverablePool } from "#shared/postgres";
import { resumeBatches } from "./batches/run-batch.ts";
import type { CellPorts } from "./cell.ts";
import type { CellConfig } from "./config.ts";
import { LabelBound } from "./counters/action-counts.ts";
import { Counters } from "./counters/counters.ts";
import { Deployments, type DrainagePace } from "./deployments/index.ts";
import type { Engine } from "./engine.ts";
import { versionForTask } from "./executions/assign-task.ts";
import { executionRetention, executionWakes } from "./executions/execution-timers.ts";
import { prepareEviction } from "./executions/prepare-eviction.ts";
import { loadKnownIds } from "./executions/load-known-ids.ts";
import { ExecutionRegistry } from "./executions/registry.ts";
import { Resumption } from "./executions/resumption.ts";
import { UnreadQueues } from "./executions/unread-queues.ts";
import type { FlushGroup } from "./journal/flush-group.ts";
import { Journal } from "./journal/journal.ts";
import type { ConnectWriter, Writer } from "./journal/writer-connection.ts";
import { Matching, type VersionOf } from "./matching/matching.ts";
import { Measures } from "./measures/measures.ts";
import { QueueConfigs } from "./matching/queue-configs.ts";
import { loadNexus, openNexus, type StoredNexus } from "./nexus/open-nexus.ts";
import { newNamespaceRow, putNamespace } from "./namespaces/put-namespace.ts";
import { Namespaces } from "./namespaces/namespaces.ts";
import { forgetInBackground } from "./namespaces/forget-attributes.ts";
import { purgeInBackground } from "./namespaces/purge-namespace.ts";
import { DirectQueries } from "./queries/direct-queries.ts";
import { Schedules } from "./schedules/index.ts";
import { StandaloneActivities, standaloneKinds, StandaloneOperations } from "./standalone/index.ts";
import { Reader } from "./store/reader.ts";
import { steadyClock, type SteadyClock } from "./steady-clock.ts";
import { WorkerRegistry } from "./workers/worker-registry.ts";

export interface Store {
  pool: SeverablePool;
  lookups: SeverablePool;
  writer: Writer;
  /** How the writer connects again after a loss. */
  connect: ConnectWriter;
}

export interface RunningEngine {
  engine: Engine;
  /** Ends long polls; calls that run are still answered. */
  beginStop(): void;
  stop(): Promise<void>;
}

export async function startEngine(
  config: CellConfig,
  ports: CellPorts,
  store: Store,
): Promise<RunningEngine> {
  const stopping = new AbortController();
  // Every long poll listens to it.
  setMaxListeners(0, stopping.signal);
  const clock = steadyClock(ports.clock);
  const counters = new Counters();
  await counters.load(store.writer.client, store.writer.start);
  const namespaces = new Namespaces();
  await namespaces.load(store.pool);
  const queueConfigs = new QueueConfigs();
  await queueConfigs.load(store.pool);
  // The writer\'s own connection: nobody else can write now.
  const nexus = await loadNexus(store.pool, store.writer.client, config);
  const resumption = new Resumption();
  const engine = buildEngine(config, ports, store, {
    counters,
    namespaces,
    queueConfigs,
    resumption,
    nexus,
    clock,
    stopping: stopping.signal,
  });
  await createMissing(engine, config);
  // In this order: tasks go where deployments send them; what is loaded before the queues are known counts as offered.
  await engine.deployments.start();
  await engine.unreadQueues.start(engine);
  await Promise.all([
    engine.wakes.start(),
    engine.retention.start(),
    engine.schedules.start(),
    ...standaloneKinds(engine).map((kind) => kind.start()),
  ]);
  goOn(engine, resumption);
  return {
    engine,
    beginStop: () => {
      stopping.abort(new Error("the cell stops"));
      engine.matching.stop();
    },
    stop: async () => {
      engine.wakes.stop();
      engine.retention.stop();
      engine.schedules.stop();
      engine.workers.stop();
      for (const kind of standaloneKinds(engine)) kind.stop();
      engine.deployments.stop();
      await engine.journal.stop();
      clock.stop();
    },
  };
}

/** What a start begins while the cell serves already. */
function goOn(engine: Engine, resumption: Resumption): void {
  for (const row of engine.namespaces.deleted()) purgeInBackground(engine, row);
  for (const namespace of engine.namespaces.all()) forgetInBackground(engine, namespace);
  engine.reach?.("start.before-resumption");
  resumption.boot(engine);
  void loadKnownIds(engine);
  resumeBatches(engine);
}

interface Parts {
  counters: Counters;
  namespaces: Namespaces;
  queueConfigs: QueueConfigs;
  resumption: Resumption;
  nexus: StoredNexus;
  clock: SteadyClock;
  stopping: AbortSignal;
}

/** The parts know each other through the engine: what they call back is called only after it is whole. */
function buildEngine(config: CellConfig, ports: CellPorts, store: Store, parts: Parts): Engine {
  const { clock, counters, namespaces, queueConfigs, resumption, stopping } = parts;
  const [pool, lookups] = [new Reader(store.pool), new Reader(store.lookups)];
  const { log, ids, reach } = ports;
  const limits = { executionsMax: config.executionsMax, heldBytesMax: config.heldBytesMax };
  const journal = new Journal({
    ...{ writer: store.writer, connect: store.connect, clock, counters, log, reach },
    onLost: (groups) => dropLost(engine, resumption, groups),
    onRecovered: () => reloadLost(engine, resumption),
    onUnheard: () => [pool, lookups].forEach((reader) => reader.sever()),
    onSuperseded: () => ports.onFatal("another process took over the writer's lock"),
  });
  const executions = new ExecutionRegistry({
    pool: lookups,
    namespaces,
    limits,
    recovery: () => journal.recovery,
    onLoaded: (execution) => {
      engine.wakes.set(execution.state, nextWakeAt(execution.state));
      resumption.loaded(engine, execution, () => pendingEffects(execution.state));
    },
    beforeEviction: (execution) => prepareEviction(engine, execution),
  });
  const measures = measuresOf(parts);
  const matching = openMatching(parts, measures, () => engine);
  const engine: Engine = {
    cellId: config.cellId,
    clock,
    wallClock: ports.clock,
    reach,
    ids,
    log,
    limits: defaultLimits,
    tellsOfNamespaces: config.internalToken === undefined,
    pool,
    lookups,
    journal,
    counters,
    measures,
    namespaces,
    executions,
    unreadQueues: new UnreadQueues(),
    matching,
    queueConfigs,
    workers: new WorkerRegistry(clock),
    wakes: executionWakes({ clock, log, pool }, () => engine),
    queries: new DirectQueries(),
    retention: executionRetention({ clock, log, pool }, () => engine),
    schedules: new Schedules(clock, () => engine),
    activities: new StandaloneActivities({ clock, log, pool, lookups }, { engine: () => engine, limits }),
    operations: new StandaloneOperations({ clock, log, pool, lookups }, { engine: () => engine, limits }),
    nexus: openNexus(parts.nexus, { clock, ids, matching, namespaces, stopping, config }),
    deployments: new Deployments(clock, drainagePace(config), () => engine),
    stopping,
  };
  return engine;
}

function openMatching({ clock, queueConfigs }: Parts, measures: Measures, engine: () => Engine): Matching {
  const versionOf: VersionOf = (name, task) => versionForTask(engine(), name, task);
  return new Matching(clock, queueConfigs, versionOf, measures);
}

function measuresOf({ clock, namespaces, counters }: Parts): Measures {
  const nameOf = (id: string): string | undefined => namespaces.nameOf(id);
  return new Measures({ clock, nameOf, activityTypes: new LabelBound(), taskQueues: counters.queues });
}

function dropLost(engine: Engine, resumption: Resumption, groups: readonly FlushGroup[]): void {
  resumption.drop(engine, groups);
  for (const kind of standaloneKinds(engine)) kind.dropLost(groups);
}

function reloadLost(engine: Engine, resumption: Resumption): void {
  resumption.reload(engine);
  for (const kind of standaloneKinds(engine)) kind.reloadLost();
}

function drainagePace(config: CellConfig): DrainagePace {
  return { graceMs: config.drainageGraceMs, refreshMs: config.drainageRefreshMs };
}

async function createMissing(engine: Engine, { namespaces, searchAttributes }: CellConfig): Promise<void> {
  for (const name of namespaces.split(",").map((part) => part.trim())) {
    if (name === "") continue;
    const known = engine.namespaces.byName(name)?.row;
    const row = known ?? newNamespaceRow(engine, name);
    const wanted = { ...searchAttributes, ...row.searchAttributes };
    const isComplete = Object.keys(wanted).length === Object.keys(row.searchAttributes).length;
    if (known === undefined || !isComplete) await putNamespace(engine, { ...row, searchAttributes: wanted });
  }
}
