// The refusals of the list filter language: INVALID_ARGUMENT with the words that Temporal's clients know.
import { CloudError } from "#shared/errors";

export const MALFORMED = "malformed SQL query";
export const NOT_SUPPORTED = "operation is not supported";
export const INVALID_EXPRESSION = "invalid expression";
export const INVALID_ATTRIBUTE = "invalid search attribute";

export type QueryFault =
  typeof MALFORMED | typeof NOT_SUPPORTED | typeof INVALID_EXPRESSION | typeof INVALID_ATTRIBUTE;

export function queryError(fault: QueryFault, message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `invalid query: ${fault}: ${message}`, { field: "query" });
}
