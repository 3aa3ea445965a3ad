// Records what is done by hand on namespaces that ask for it, and hands it to the control plane, at least once and in
// batches. Calls wait for the disk, never for the control plane (E1).
import { directoryV1, methodOf } from "#contracts";
import { delay, type Clock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Logger } from "#shared/log";
import { createUnaryClient } from "#wire";
import type { DirectoryView, NamespaceRecord } from "../directory/directory-view.ts";
import { pathOf, type Caller } from "../identity/caller.ts";
import { GATEWAY_LIMITS } from "../limits/limits.ts";
import { AuditSpool, type SpooledCall } from "./audit-spool.ts";
import { detailsOf, isAudited } from "./audited-methods.ts";

const RECORD_CALLS = methodOf("cellplane.directory.v1.AuditIntakeService/RecordCalls").path;
const BATCH_MAX = 200;
const PERIOD_MS = 500;
const RETRY_MS = 2_000;
const DEADLINE_MS = 10_000;

export interface AuditedCall {
  /** Resolves when the intent is on disk: the call may be made then. */
  written: Promise<void>;
  /** A gRPC status by its name: "OK". */
  end(status: string): void;
}

export interface CallAudit {
  /** Undefined for what is not audited. */
  begin(call: {
    caller: Caller;
    namespace: NamespaceRecord;
    methodName: string;
    message: Uint8Array;
  }): AuditedCall | undefined;
  /** A principal of the account itself was refused: that is told too, as long as there is plenty of room. */
  refused(call: {
    caller: Caller;
    namespaceName: string;
    methodName: string;
    message: Uint8Array;
    view: DirectoryView;
  }): void;
  /** Records that wait for the control plane. */
  readonly waiting: number;
  stop(): Promise<void>;
}

export function startCallAudit(options: {
  file: string;
  address: string;
  token: string;
  clock: Clock;
  log: Logger;
}): CallAudit {
  const spool = new AuditSpool(options.file, {
    waitingBytesMax: GATEWAY_LIMITS.auditWaitingBytesMax,
    accountBytesMax: GATEWAY_LIMITS.auditAccountBytesMax,
    fileBytesMax: GATEWAY_LIMITS.auditFileBytesMax,
  });
  const abort = new AbortController();
  const handingOver = handOver(spool, options, abort.signal);
  const begin: CallAudit["begin"] = ({ caller, namespace, methodName, message }) => {
    if (!namespace.isAudited || !isAudited(methodName)) return undefined;
    const id = randomIds.uuid();
    const written = spool.begin({
      id,
      accountId: namespace.accountId,
      namespace: namespace.name,
      timeMs: options.clock.now(),
      method: methodName,
      principalId: caller.token?.principalId ?? "",
      apiKeyId: caller.token?.kind === "api key" ? caller.token.keyId : "",
      certificateSubject: caller.token === undefined ? subjectOf(caller) : "",
      remoteAddress: pathOf(caller).address,
      details: { ...detailsOf(methodName, message), ...certificateOf(caller) },
    });
    return { written, end: (status) => spool.end(id, status) };
  };
  return {
    begin,
    refused({ caller, namespaceName, methodName, message, view }) {
      const namespace = view.namespaces.get(namespaceName);
      const principal = view.principals.get(caller.token?.principalId ?? "");
      if (namespace === undefined || principal?.accountId !== namespace.accountId || spool.isFilling) return;
      const audited = begin({ caller, namespace, methodName, message });
      // The call is refused either way; only its record can fail here.
      audited?.written.catch((error: unknown) =>
        options.log.warn({ err: error }, "a refusal is not recorded"),
      );
      audited?.end("PERMISSION_DENIED");
    },
    get waiting() {
      return spool.waiting;
    },
    stop: async () => {
      abort.abort();
      await handingOver;
      spool.close();
    },
  };
}

function subjectOf({ peer }: Caller): string {
  const subject = peer.certificates.leaf?.subject;
  return subject === undefined ? "" : [...subject.commonNames, ...subject.organizations].join(", ");
}

/** Names can be the same on many certificates; a fingerprint is one. */
function certificateOf({ token, peer }: Caller): Record<string, string> {
  const fingerprint = token === undefined ? peer.certificates.leaf?.fingerprint : undefined;
  return fingerprint === undefined ? {} : { certificateFingerprint: fingerprint };
}

async function handOver(
  spool: AuditSpool,
  { address, token, log }: { address: string; token: string; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  const client = createUnaryClient({ address, token });
  let wasLost = false;
  while (!signal.aborted) {
    const calls = spool.ended(BATCH_MAX);
    try {
      if (calls.length > 0) {
        const request = directoryV1.RecordCallsRequest.encode({ calls: calls.map(toMessage) });
        await client.call(RECORD_CALLS, request, { deadlineMs: DEADLINE_MS, signal });
        await spool.done(calls);
        wasLost = false;
      }
      if (calls.length < BATCH_MAX) await delay(PERIOD_MS, signal).catch(() => undefined);
    } catch (error) {
      if (signal.aborted) break;
      if (!wasLost)
        log.warn({ err: error, waiting: spool.waiting }, "audited calls wait for the control plane");
      wasLost = true;
      await delay(RETRY_MS, signal).catch(() => undefined);
    }
  }
  client.close();
}

function toMessage(call: SpooledCall): directoryV1.IRecordedCall {
  return { ...call };
}
