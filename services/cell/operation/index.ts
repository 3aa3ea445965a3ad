// The door of the core of standalone Nexus operations: pure transitions of one operation, and how clients see it.
export { decodeOperation, emptyOperation, encodeOperationRequest, encodeOperationState } from "./codec.ts";
export { checkOperationId, checkOperationStart } from "./check-start.ts";
export { decideOperation, pendingCalls, type OperationCommand } from "./decide.ts";
export { describeOperation, operationOutcome } from "./describe-operation.ts";
export { STATUS, type HandlerCall, type OperationState, type StartRequest } from "./state.ts";
export { nextOperationWakeAt, timesOf } from "./times.ts";
