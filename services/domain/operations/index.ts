// The door of asynchronous operations.
export { UNFINISHED_STATES } from "./operation.ts";
export { mutate } from "./mutate.ts";
export type { Mutated, Mutation, MutationResult } from "./mutation.ts";
export { lockAccount } from "./lock-account.ts";
export { createOperation, type NewOperation } from "./create-operation.ts";
export { startOperation, finishOperation, failOperation } from "./advance-operation.ts";
export { getOperation, listUnfinished } from "./get-operation.ts";
export { launchOperation } from "./launch-operation.ts";
export { toAsyncOperation, type OperationRow, type OperationState } from "./operation.ts";
