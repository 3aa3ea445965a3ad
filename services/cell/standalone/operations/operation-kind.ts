// Standalone Nexus operations as a kind of standalone execution.
import { codecOf, type temporal } from "#contracts";
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
import { searchAttributesJson } from "../../visibility/index.ts";
import type { LiveStandalone } from "../live-standalone.ts";
import type { StandaloneKind } from "../standalone-kind.ts";

/** As Temporal labels the metrics of operations that have no workflow. */
const ACTION_LABEL = "__temporal_standalone_nexus_operation__";

const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");

type Act = (engine: Engine, execution: LiveStandalone<OperationState>) => void;

export function operationKind({ wake, resume }: { wake: Act; resume: Act }): StandaloneKind<OperationState> {
  return {
    number: 2,
    noun: "operation",
    notFound: (id) => new CloudError("NOT_FOUND", `operation not found for ID: ${id}`),
    encodeRequest: encodeOperationRequest,
    encodeState: encodeOperationState,
    decode: decodeOperation,
    listing: ({ status, scheduledAt, request }) => ({
      status,
      startedAt: scheduledAt,
      executionAt: scheduledAt,
      keywords: [request.endpoint ?? "", request.service ?? "", request.operation ?? ""],
    }),
    actionLabels: () => ({ workflowType: ACTION_LABEL, taskQueue: "" }),
    searchAttributesJson: ({ request }) => {
      const fields = Object.entries(request.searchAttributes?.indexedFields ?? {});
      return searchAttributesJson(
        Object.fromEntries(fields.map(([name, payload]) => [name, payloadCodec.encode(payload)])),
      );
    },
    nextWakeAt: nextOperationWakeAt,
    hasTasks: (state) => pendingCalls(state).length > 0,
    resume,
    wake,
  };
}
