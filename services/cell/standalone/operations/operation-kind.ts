// Standalone Nexus operations as a kind of standalone execution.
import { CloudError } from "#shared/errors";
import type { Engine } from "../../engine.ts";
import {
  decodeOperation,
  encodeOperationRequest,
  encodeOperationState,
  nextOperationWakeAt,
  pendingCalls,
  type OperationState,
} from "../../operation/index.ts";
import type { LiveStandalone } from "../live-standalone.ts";
import type { StandaloneKind } from "../standalone-kind.ts";

/** As Temporal labels the metrics of operations that have no workflow. */
const ACTION_LABEL = "__temporal_standalone_nexus_operation__";

type Act = (engine: Engine, execution: LiveStandalone<OperationState>) => void;

export function operationKind({ wake, resume }: { wake: Act; resume: Act }): StandaloneKind<OperationState> {
  return {
    number: 2,
    noun: "operation",
    notFound: (id) => new CloudError("NOT_FOUND", `operation not found for ID: ${id}`),
    encodeRequest: encodeOperationRequest,
    encodeState: encodeOperationState,
    payloadBytes: ({ result, failure }) => (result?.length ?? 0) + (failure?.length ?? 0),
    decode: decodeOperation,
    listing: ({ status, scheduledAt, request }) => ({
      status,
      startedAt: scheduledAt,
      executionAt: scheduledAt,
      keywords: [request.endpoint ?? "", request.service ?? "", request.operation ?? ""],
    }),
    actionLabels: () => ({ workflowType: ACTION_LABEL, taskQueue: "" }),
    nextWakeAt: nextOperationWakeAt,
    hasTasks: (state) => pendingCalls(state).length > 0,
    resume,
    wake,
  };
}
