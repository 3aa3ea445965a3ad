// Failures as strangers send them: JSON that is what it should be, or nothing.
import { z } from "zod";
import { NEXUS_FAILURE_CAUSES_MAX, type NexusFailure } from "../nexus-failure.ts";

const layer = z.object({
  message: z.string().nullish(),
  stackTrace: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  details: z.unknown().optional(),
  cause: z.unknown().optional(),
});

/** Throws for anything else. */
export function readNexusFailure(body: Uint8Array): NexusFailure {
  return readLayer(JSON.parse(Buffer.from(body).toString("utf8")), 0);
}

function readLayer(json: unknown, depth: number): NexusFailure {
  if (depth > NEXUS_FAILURE_CAUSES_MAX) throw new Error("a failure with too many causes");
  const { message, stackTrace, metadata, details, cause } = layer.parse(json);
  return {
    ...(message == null ? {} : { message }),
    ...(stackTrace == null ? {} : { stackTrace }),
    ...(metadata == null ? {} : { metadata }),
    ...(details == null ? {} : { details }),
    ...(cause == null ? {} : { cause: readLayer(cause, depth + 1) }),
  };
}
