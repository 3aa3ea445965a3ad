// The codecs of Temporal's messages that the core itself encodes. Everything else passes through as objects.
import { codecOf, type temporal } from "#contracts";

export const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");
export const eventCodec = codecOf<temporal.api.history.v1.IHistoryEvent>(
  "temporal.api.history.v1.HistoryEvent",
);
export const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");
export const payloadsCodec = codecOf<temporal.api.common.v1.IPayloads>("temporal.api.common.v1.Payloads");
export const failureCodec = codecOf<temporal.api.failure.v1.IFailure>("temporal.api.failure.v1.Failure");
export const callbackCodec = codecOf<temporal.api.common.v1.ICallback>("temporal.api.common.v1.Callback");
export const versioningOverrideCodec = codecOf<temporal.api.workflow.v1.IVersioningOverride>(
  "temporal.api.workflow.v1.VersioningOverride",
);
export const updateRequestCodec = codecOf<temporal.api.update.v1.IRequest>("temporal.api.update.v1.Request");
export const updateAcceptanceCodec = codecOf<temporal.api.update.v1.IAcceptance>(
  "temporal.api.update.v1.Acceptance",
);
export const updateRejectionCodec = codecOf<temporal.api.update.v1.IRejection>(
  "temporal.api.update.v1.Rejection",
);
export const updateResponseCodec = codecOf<temporal.api.update.v1.IResponse>(
  "temporal.api.update.v1.Response",
);
