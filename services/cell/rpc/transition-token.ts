// The long-poll token of a standalone execution: how far its caller knows it. It opens nothing: the request names the
// execution in the caller's own namespace.
import { invalid } from "./lookup.ts";

const VERSION = 1;
const TOKEN_BYTES = 25;

export interface TransitionToken {
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

/** Errors: INVALID_ARGUMENT for a token that is not ours. */
export function decodeTransitionToken(bytes: Uint8Array | null | undefined): TransitionToken {
  const token = Buffer.from(bytes ?? []);
  if (token.length !== TOKEN_BYTES || token[0] !== VERSION) throw invalid("invalid long poll token");
  return {
    runId: token.toString("hex", 1, 17).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
    transitionCount: Number(token.readBigUInt64BE(17)),
  };
}

/** Errors: INVALID_ARGUMENT for a token of another run. */
export function checkTransitionToken(token: TransitionToken, { runId }: { runId: string }): void {
  if (token.runId !== runId) throw invalid("long poll token does not match execution");
}
