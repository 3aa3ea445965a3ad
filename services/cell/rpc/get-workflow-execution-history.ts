// GetWorkflowExecutionHistory: pages of the stored bytes, or a long poll for what comes next. Nothing is decoded but a
// closing event for clients that do not follow retries themselves.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { encodeField, readEvents } from "../executions/read-history.ts";
import { historySuffix } from "../workflow/index.ts";
import { continuedInstead, followsNextRun } from "./follow-event.ts";
import { decodeHistoryToken, encodeHistoryToken, type HistoryToken } from "./history-token.ts";
import { checkedIds, findExecution, invalid } from "./lookup.ts";
import { nextCommit, WAKES_MAX } from "./next-commit.ts";
import { rawRpc } from "./operation.ts";
import { pollTimeoutMs, WATCH_MS_MAX, watchSignal } from "./poll-timeout.ts";

type Request = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryRequest;
type Response = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse;

const responseCodec = codecOf<Response>(
  "temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse",
);
const HISTORY_FIELD = 1;
const EVENTS_PER_PAGE_MAX = 1_000;
const BYTES_PER_PAGE_MAX = 2 * 1024 * 1024;

const CLIENTS_OF_STORED_EVENTS: ReadonlySet<string> = new Set(["temporal-cli", "temporal-ui"]);

const CLOSE_EVENT = temporal.api.enums.v1.HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT;

interface Watch {
  engine: Engine;
  execution: LiveExecution;
  call: UnaryCall;
}

export const getWorkflowExecutionHistory = rawRpc<Request>(
  "GetWorkflowExecutionHistory",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const token = decodeHistoryToken(request.nextPageToken);
    const { workflowId, runId } = checkedIds(request.execution);
    if (token !== undefined && runId !== "" && token.runId !== runId) throw invalid("Invalid NextPageToken.");
    if ((request.maximumPageSize ?? 0) < 0) throw invalid("Invalid PageSize.");
    const execution = await findExecution(engine, namespace, { workflowId, runId: token?.runId ?? runId });
    if (execution.durableNextEventId <= 1) await execution.settled();
    const watch = { engine, execution, call };
    if (request.historyEventFilterType === CLOSE_EVENT)
      return closeEvent(watch, request.waitNewEvent === true);
    return page(watch, request, token);
  },
);

/** Only the last event, when the run is closed; nothing while it is open, with a token when the wait was in vain. */
async function closeEvent(watch: Watch, waits: boolean): Promise<Uint8Array> {
  const { engine, execution, call } = watch;
  const { state } = execution;
  if (waits) await until(watch, () => execution.isDurablyClosed);
  const end = execution.durableNextEventId;
  if (!execution.isDurablyClosed)
    return encodePage([], waits ? { runId: state.runId, nextEventId: end } : undefined);
  const { chunks } = await readEvents(engine, execution, {
    from: state.closeEventId || end - 1,
    until: end,
    eventsMax: 1,
    bytesMax: Number.MAX_SAFE_INTEGER,
  });
  return encodePage(followsNextRun(call.metadata) ? chunks : [continuedInstead(chunks)], undefined);
}

async function page(watch: Watch, request: Request, token: HistoryToken | undefined): Promise<Uint8Array> {
  const { engine, execution } = watch;
  const { state } = execution;
  const from = Math.max(1, token?.nextEventId ?? 1);
  if (request.waitNewEvent === true && token?.until === undefined) {
    await until(watch, () => execution.isDurablyClosed || execution.durableNextEventId > from);
  }
  const end = token?.until ?? execution.durableNextEventId;
  const eventsMax = Math.min(request.maximumPageSize || EVENTS_PER_PAGE_MAX, EVENTS_PER_PAGE_MAX);
  const { chunks, nextEventId } = await readEvents(engine, execution, {
    from,
    until: end,
    eventsMax,
    bytesMax: BYTES_PER_PAGE_MAX,
  });
  if (nextEventId < end) return encodePage(chunks, { ...token, runId: state.runId, nextEventId });
  if (token?.suffix !== undefined) chunks.push(Buffer.from(token.suffix, "base64"));
  else if (request.waitNewEvent !== true && token?.until === undefined && takesUnstored(watch.call)) {
    chunks.push(unstoredEvents(execution, nextEventId));
  }
  const follows = request.waitNewEvent === true && !execution.isDurablyClosed;
  return encodePage(chunks, follows ? { runId: state.runId, nextEventId } : undefined);
}

/** As Temporal's server: its command line and its Web UI see what is stored only. */
function takesUnstored({ metadata }: UnaryCall): boolean {
  return !CLIENTS_OF_STORED_EVENTS.has(metadata["client-name"] ?? "");
}

/** Encoded events of a workflow task that are not stored before it ends: those of a repeated or speculative one. */
function unstoredEvents({ state, group }: LiveExecution, nextEventId: number): Uint8Array {
  const isNext = group === undefined && state.workflowTask?.scheduledEventId === nextEventId;
  return isNext ? historySuffix(state) : new Uint8Array();
}

function encodePage(chunks: readonly Uint8Array[], next: HistoryToken | undefined): Uint8Array {
  const history = encodeField(HISTORY_FIELD, chunks);
  if (next === undefined) return history;
  return Buffer.concat([history, responseCodec.encode({ nextPageToken: encodeHistoryToken(next) })]);
}

/** Waits until the condition holds of what is durable, or the time is over. Errors: UNAVAILABLE when it is given up. */
async function until({ engine, execution, call }: Watch, condition: () => boolean): Promise<void> {
  if (condition()) return;
  const { signal, done } = watchSignal(engine, call, pollTimeoutMs(engine, call, WATCH_MS_MAX));
  try {
    for (
      let count = 0;
      count < WAKES_MAX && !condition() && !signal.aborted && !execution.isDropped;
      count += 1
    ) {
      await nextCommit(execution.watchers, signal);
    }
  } finally {
    done();
  }
  if (execution.isDropped && !condition()) {
    throw new CloudError("UNAVAILABLE", "The cell lost track of the workflow for a moment. Try again.");
  }
}
