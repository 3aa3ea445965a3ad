// Every limit of the API process, with its unit. Related limits are checked against each other when this file loads.
import assert from "node:assert/strict";
import { CONSOLE_TOKEN_LIFE_SECONDS } from "#shared/console-token";
import { MESSAGE_BYTES_MAX } from "#shared/grpc";
import type { Http1Limits } from "#shared/http1-server";

export const bodyBytesMax = MESSAGE_BYTES_MAX;
/** Of a body that is too large, how much is read on for its sender's sake; a longer one is cut off. */
export const droppedBodyBytesMax = 64 * 1024 * 1024;
export const headerBytesMax = 16 * 1024;
export const pathParameterCharactersMax = 512;

/** A call that takes longer is answered DEADLINE_EXCEEDED, whatever deadline the caller set. */
export const callTimeoutMs = 30_000;
export const requestTimeoutMs = 30_000;
/** How long a new connection may take to show which protocol it speaks. */
export const sniffTimeoutMs = 10_000;
export const tlsHandshakeTimeoutMs = 10_000;
export const sessionIdleMs = 10 * 60_000;
export const http1Limits: Http1Limits = {
  headerBytesMax,
  headersTimeoutMs: 10_000,
  requestTimeoutMs,
  keepAliveTimeoutMs: 65_000,
  connectionsCheckMs: 2_000,
  requestsPerConnectionMax: 1_000,
};
export const stopGraceMs = 5_000;
export const migrationTimeoutMs = 120_000;

export const connectionsMax = 10_000;
export const streamsPerConnectionMax = 200;
export const http2SessionMemoryMb = 16;
export const metadataEntriesMax = 100;

/** How long a changed limit of requests per second may take to hold in this process. */
export const quotasFollowMs = 5_000;
/** How soon an approved change is carried out. */
export const approvedPollMs = 1_000;
/** Of the reason that a caller may give for a change. */
export const reasonCharactersMax = 500;
export const burstSeconds = 2;
export const rateBucketsMax = 50_000;

/** Of a call to a running namespace through the console; long polls end a little before. */
export const relayDeadlineMs = 28_000;
export const relayedCallsPerPrincipalMax = 64;
/** A console token is used for so long, so that it outlives the call that it is used for. */
export const consoleTokenUseMs = 60_000;
export const consoleTokensMax = 10_000;

export const directoryWaitMsMax = 30_000;
export const directoryPollMs = 250;

assert(bodyBytesMax < droppedBodyBytesMax);
assert(http1Limits.headersTimeoutMs < requestTimeoutMs && requestTimeoutMs <= callTimeoutMs);
assert(relayDeadlineMs < callTimeoutMs);
assert(consoleTokenUseMs + relayDeadlineMs < CONSOLE_TOKEN_LIFE_SECONDS * 1000);
assert(directoryWaitMsMax <= callTimeoutMs);
