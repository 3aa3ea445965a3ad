// Fills a cell's database with open executions as the cell itself would have left them: made by its core, written by its
// own flush statements. For tests and benches of what many stored executions cost. The cell must not run meanwhile.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { durationOfMs, temporal } from "#contracts";
import { randomIds } from "#shared/ids";
import { LiveExecution } from "../../services/cell/executions/live-execution.ts";
import { FlushGroup } from "../../services/cell/journal/flush-group.ts";
import { flushStatements } from "../../services/cell/journal/flush-statements.ts";
import { Namespace } from "../../services/cell/namespaces/namespace.ts";
import { readNamespaces } from "../../services/cell/store/namespace-store.ts";
import { PreparedNames, runPipeline } from "../../services/cell/store/pipeline.ts";
import {
  decide,
  defaultLimits,
  startExecution,
  WITHOUT_VERSIONS,
  type DecideContext,
  type Outcome,
} from "../../services/cell/workflow/index.ts";

const ROWS_PER_FLUSH = 500;
const IDENTITY = "seed";

export interface SeededExecutions {
  /** Must exist: start the cell once. */
  namespace: string;
  count: number;
  /** Number of the first: the workflow ids are `<prefix>-<number>`. */
  first?: number;
  prefix: string;
  taskQueue: string;
  now: number;
  /** When its one timer fires; undefined for executions whose first workflow task waits for a worker. */
  timerAt?: (number: number) => number;
}

export async function seedExecutions(databaseUrl: string, seeded: SeededExecutions): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const row = (await readNamespaces(client)).find(({ name }) => name === seeded.namespace);
    if (row === undefined) throw new Error(`no namespace ${seeded.namespace} in the database`);
    const namespace = new Namespace(row);
    const prepared = new PreparedNames();
    const first = seeded.first ?? 0;
    for (let from = first; from < first + seeded.count; from += ROWS_PER_FLUSH) {
      const group = new FlushGroup();
      const to = Math.min(from + ROWS_PER_FLUSH, first + seeded.count);
      for (let number = from; number < to; number += 1) addExecution(group, namespace, seeded, number);
      await runPipeline(client, prepared, flushStatements(group, seeded.now));
    }
  } finally {
    await client.end();
  }
}

function addExecution(
  group: FlushGroup,
  namespace: Namespace,
  { prefix, taskQueue, now, timerAt }: SeededExecutions,
  number: number,
): void {
  const context: DecideContext = { now, ids: randomIds, limits: defaultLimits };
  const workflowId = `${prefix}-${number}`;
  const started = startExecution(
    {
      namespace: namespace.name,
      namespaceId: namespace.id,
      origin: "client",
      request: {
        workflowId,
        workflowType: { name: "seeded" },
        taskQueue: { name: taskQueue },
        input: { payloads: [{ metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from("1") }] },
        identity: IDENTITY,
        requestId: randomUUID(),
      },
    },
    context,
  );
  const execution = new LiveExecution(namespace, started.state, true);
  execution.batches = [];
  const write = group.write(execution);
  write.isCurrent = write.isListed = write.isExact = true;
  const keep = ({ batches }: Outcome<unknown>): void => {
    for (const batch of batches) {
      write.batches.push(batch);
      execution.hold(batch);
    }
  };
  keep(started.outcome);
  if (timerAt === undefined) return;
  const { outcome, reference } = takeTask(execution, context);
  keep(outcome);
  const startToFireTimeout = durationOfMs(timerAt(number) - now);
  const timer: temporal.api.command.v1.ICommand = {
    commandType: temporal.api.enums.v1.CommandType.COMMAND_TYPE_START_TIMER,
    startTimerCommandAttributes: { timerId: "1", startToFireTimeout },
  };
  keep(
    decide(
      execution.state,
      { kind: "completeWorkflowTask", task: reference, request: { commands: [timer], identity: IDENTITY } },
      context,
    ),
  );
}

function takeTask({ state }: LiveExecution, context: DecideContext) {
  const task = state.workflowTask;
  if (task === undefined) throw new Error("a new execution has no workflow task");
  const { scheduledEventId, attempt } = task;
  const outcome = decide(
    state,
    {
      kind: "startWorkflowTask",
      scheduledEventId,
      attempt,
      requestId: randomUUID(),
      identity: IDENTITY,
      taskQueue: state.taskQueue,
      assignment: WITHOUT_VERSIONS,
    },
    context,
  );
  return { outcome, reference: { scheduledEventId, attempt, startedEventId: outcome.result.startedEventId } };
}
