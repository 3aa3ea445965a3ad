// A name or id that is longer than a worker may give.
import type { Limits } from "../limits.ts";

/** `what` with the length and the limit behind it when `value` is too long. */
export function tooLong(
  what: string,
  value: string,
  { idBytesMax }: Pick<Limits, "idBytesMax">,
): string | undefined {
  return value.length > idBytesMax ? `${what} Length=${value.length} Limit=${idBytesMax}` : undefined;
}
