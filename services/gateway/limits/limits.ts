// The gateway's named limits.
import { MESSAGE_BYTES_MAX } from "#shared/grpc";

export const GATEWAY_LIMITS = {
  requestBytesMax: MESSAGE_BYTES_MAX,
  /** Requests of one connection that are not complete yet. */
  incompleteBytesPerConnectionMax: 64 * 1024 * 1024,
  /** From a stream's headers to its whole request. */
  requestTimeoutMs: 30_000,
  /** A burst is this many seconds of a namespace's rate. */
  burstSeconds: 2,
  burstRequestsMin: 20,
  /** Actions that one large call takes in advance are this many seconds of the rate at most. */
  debtSecondsMax: 10,
  /** Calls of one namespace at once: mostly long polls. */
  callsPerNamespaceMax: 20_000,
  /** How often rights of running calls are looked at again, besides every change of the directory. */
  recheckMs: 2_000,
  /** A directory older than this is served all the same, and shown in the metrics. */
  directoryWaitMs: 20_000,
  directoryRetryMs: 1_000,
  directoryBytesMax: 64 * 1024 * 1024,
  /** Verified tokens kept, so that a signature is checked once. */
  tokensMax: 10_000,
  /** Refused API keys of one network: a burst, then so many in a second. */
  failedKeysBurst: 100,
  failedKeysPerSecond: 10,
  failedNetworksMax: 50_000,
  /** Records of audited calls that wait for the control plane: when there are more, audited calls are refused. */
  auditWaitingBytesMax: 64 * 1024 * 1024,
  /** Of one account, so that none fills the spool of all (E3). */
  auditAccountBytesMax: 16 * 1024 * 1024,
  auditFileBytesMax: 4 * 1024 * 1024,
  stopGraceMs: 5_000,
} as const;
