// GetWorkflowExecutionHistoryReverse: pages from the last event to the first. Decodes a page, because its order changes.
import { codecOf, type temporal } from "#contracts";
import { readEvents } from "../executions/read-history.ts";
import { decodeHistoryToken, encodeHistoryToken } from "./history-token.ts";
import { checkedIds, findExecution, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryReverseRequest;
type Response = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryReverseResponse;

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
const EVENTS_PER_PAGE_MAX = 256;

export const getWorkflowExecutionHistoryReverse = rpc<Request, Response>(
  "GetWorkflowExecutionHistoryReverse",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const token = decodeHistoryToken(request.nextPageToken);
    const { workflowId, runId } = checkedIds(request.execution);
    if (token !== undefined && runId !== "" && token.runId !== runId) throw invalid("Invalid NextPageToken.");
    if ((request.maximumPageSize ?? 0) < 0) throw invalid("Invalid PageSize.");
    const execution = await findExecution(engine, namespace, { workflowId, runId: token?.runId ?? runId });
    await execution.settled();
    const until = token?.nextEventId ?? execution.durableNextEventId;
    const eventsMax = Math.min(request.maximumPageSize || EVENTS_PER_PAGE_MAX, EVENTS_PER_PAGE_MAX);
    const from = Math.max(1, until - eventsMax);
    const page = await readEvents(engine, execution, {
      from,
      until,
      eventsMax,
      bytesMax: Number.MAX_SAFE_INTEGER,
    });
    const events = historyCodec.decode(Buffer.concat(page.chunks)).events ?? [];
    const next = { runId: execution.state.runId, nextEventId: from };
    return {
      history: { events: events.reverse() },
      nextPageToken: from > 1 ? encodeHistoryToken(next) : new Uint8Array(),
    };
  },
);
