// DescribeWorkflowExecution.
import { codecOf, type temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { readEvents } from "../executions/read-history.ts";
import { presentFields } from "../visibility/index.ts";
import { describeExecution } from "../workflow/index.ts";
import { findExecution } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IDescribeWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse;
type UserMetadata = temporal.api.sdk.v1.IUserMetadata;

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
const FIRST_EVENT = { from: 1, until: 2, eventsMax: 1, bytesMax: 1 };

export const describeWorkflowExecution = rpc<Request, Response>(
  "DescribeWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findExecution(engine, namespace, request.execution);
    const description = describeExecution(execution.state, engine.clock.now());
    await execution.settled();
    const info = description.workflowExecutionInfo;
    const indexedFields = presentFields(info?.searchAttributes?.indexedFields ?? {}, namespace.attributes);
    const userMetadata = await userMetadataOf(engine, execution);
    return {
      ...description,
      workflowExecutionInfo: { ...info, searchAttributes: { indexedFields } },
      executionConfig: { ...description.executionConfig, userMetadata },
    };
  },
);

/** What the caller of the start said about the run: a state keeps no payloads, the started event has it. */
async function userMetadataOf(engine: Engine, execution: LiveExecution): Promise<UserMetadata | null> {
  const { chunks } = await readEvents(engine, execution, FIRST_EVENT);
  const [started] = historyCodec.decode(Buffer.concat(chunks)).events ?? [];
  return started?.userMetadata ?? null;
}
