// Where a reader of a history goes on. Opaque to clients; JSON, because it is made once for a page.
import { z } from "zod";
import { CloudError } from "#shared/errors";

const shape = z.object({
  runId: z.string().length(36),
  nextEventId: z.number().int().nonnegative(),
  /** Exclusive end for a worker's task; absent for a reader that follows. */
  until: z.number().int().positive().optional(),
  /** Base64 of encoded events after the stored ones, which belong to the last page. */
  suffix: z.string().optional(),
});

export type HistoryToken = z.infer<typeof shape>;

export function encodeHistoryToken(token: HistoryToken): Uint8Array {
  return Buffer.from(JSON.stringify(token), "utf8");
}

/** Errors: INVALID_ARGUMENT. */
export function decodeHistoryToken(bytes: Uint8Array | null | undefined): HistoryToken | undefined {
  if (bytes == null || bytes.length === 0) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch (error) {
    throw new CloudError("INVALID_ARGUMENT", "Invalid NextPageToken.", { cause: error });
  }
}
