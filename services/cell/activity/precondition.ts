// The refusal of what the state of a standalone activity does not allow.
import { CloudError } from "#shared/errors";

export function precondition(message: string): CloudError {
  return new CloudError("FAILED_PRECONDITION", message);
}
