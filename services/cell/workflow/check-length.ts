// The length of ids and names that callers give to what runs without a workflow.
import { CloudError } from "#shared/errors";
import type { Limits } from "./limits.ts";

/** Errors: INVALID_ARGUMENT. */
export function checkLength(
  name: string,
  value: string | null | undefined,
  { idBytesMax }: Pick<Limits, "idBytesMax">,
): void {
  const length = Buffer.byteLength(value ?? "");
  if (length <= idBytesMax) return;
  const message = `${name} exceeds length limit. Length=${length} Limit=${idBytesMax}`;
  throw new CloudError("INVALID_ARGUMENT", message);
}
