// A name or id that is longer than a worker may give.
import type { Limits } from "../limits.ts";

/** Names of the server's own task queues begin so. */
const RESERVED_PREFIX = "/_sys/";

/** What is wrong with the name of a task queue, or undefined. */
export function problemOfQueueName(
  name: string,
  { idBytesMax }: Pick<Limits, "idBytesMax">,
): string | undefined {
  if (name.length > idBytesMax) return "taskQueue length exceeds limit";
  if (!name.startsWith(RESERVED_PREFIX)) return undefined;
  return `task queue name cannot start with reserved prefix ${RESERVED_PREFIX}`;
}

/** `what` with the length and the limit behind it when `value` is too long. */
export function tooLong(
  what: string,
  value: string,
  { idBytesMax }: Pick<Limits, "idBytesMax">,
): string | undefined {
  return value.length > idBytesMax ? `${what} Length=${value.length} Limit=${idBytesMax}` : undefined;
}
