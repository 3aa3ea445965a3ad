// The long-poll token of a standalone execution: how far its caller knows it. It opens nothing: the request names the
// execution in the caller's own namespace.
import { invalid } from "./lookup.ts";

const VERSION = 1;
const TOKEN_BYTES = 25;

interface TransitionToken {
  runId: string;
  transitionCount: number;
}

export function encodeTransitionToken({ runId, transitionCount }: TransitionToken): Uint8Array {
  const token = Buffer.alloc(TOKEN_BYTES);
  token.writeUInt8(VERSION, 0);
  token.write(runId.replaceAll("-", ""), 1, "hex");
  token.writeBigUInt64BE(BigInt(transitionCount), 17);
  return token;
}

/** How far the token's caller knows the execution. Errors: INVALID_ARGUMENT for a token that is not ours, or of another run. */
export function knownTransitionCount(
  bytes: Uint8Array | null | undefined,
  { runId }: { runId: string },
): number {
  const token = Buffer.from(bytes ?? []);
  if (token.length !== TOKEN_BYTES || token[0] !== VERSION) throw invalid("invalid long poll token");
  if (token.toString("hex", 1, 17) !== runId.replaceAll("-", ""))
    throw invalid("long poll token does not match execution");
  return Number(token.readBigUInt64BE(17));
}
