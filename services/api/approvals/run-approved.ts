// Carries out changes that waited for approval and got it: each runs through its row of the operation table again, as
// its requester, with the rights and the rows of now. Every API process looks; a change is carried out once.
import { approvedOf, checkUnchanged, failApproved, idSeedOf, listApprovedChanges } from "#domain/approvals";
import type { ApprovedChange } from "#domain/approvals";
import type { Actor } from "#domain/context";
import type { Database } from "#domain/database";
import { resolveActor } from "#domain/roles";
import { delay } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { CloudError, toCloudError, type ErrorCode } from "#shared/errors";
import { randomIds, seededIds } from "#shared/ids";
import { noSession } from "../calls/inbound-call.ts";
import type { MountedOperation } from "../calls/operation-table.ts";
import { runPermitted, type CallPorts } from "../calls/run-operation.ts";
import { approvedPollMs, callTimeoutMs } from "../limits.ts";

export interface ApprovalPorts extends CallPorts {
  database: Database;
  envelope: Envelope;
}

/** What may be over soon: the change stays approved and is tried again. */
const PASSING: readonly ErrorCode[] = [
  "UNAVAILABLE",
  "RESOURCE_EXHAUSTED",
  "DEADLINE_EXCEEDED",
  "INTERNAL",
  "CANCELLED",
  "ABORTED",
];

export function followApprovals(
  ports: ApprovalPorts,
  table: readonly MountedOperation[],
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await runApproved(ports, table);
      } catch (error) {
        ports.log.warn({ err: error }, "approved changes not read");
      }
      // Ends early when stopped, which is what the wait is for.
      await delay(approvedPollMs, stopping.signal).catch(() => undefined);
    }
  };
  const following = follow();
  return {
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
}

async function runApproved(ports: ApprovalPorts, table: readonly MountedOperation[]): Promise<void> {
  for (const change of await listApprovedChanges(ports.database)) {
    const { subject, id } = change.request;
    try {
      await runOne(ports, table, change);
      ports.log.info({ subject, requestId: id }, "approved change carried out");
    } catch (thrown) {
      const error = toCloudError(thrown);
      ports.log.warn({ err: error, subject, requestId: id }, "approved change not carried out");
      if (PASSING.includes(error.code)) continue;
      const failing = { database: ports.database, clock: ports.clock, ids: randomIds };
      await failApproved(failing, change, error.publicMessage);
    }
  }
}

async function runOne(
  ports: ApprovalPorts,
  table: readonly MountedOperation[],
  change: ApprovedChange,
): Promise<void> {
  checkUnchanged(change);
  const { operationType, inputType, input } = change.operation;
  const mounted = table.find(
    ({ method }) => method.name === operationType && method.request.type.fullName === `.${inputType}`,
  );
  if (mounted?.operation === undefined) {
    throw new CloudError("UNIMPLEMENTED", `${operationType} is not known to this version of the server.`);
  }
  const { request } = change;
  const call = {
    transport: "grpc",
    isMutation: true,
    requestId: request.id,
    remoteAddress: "",
    signal: AbortSignal.timeout(callTimeoutMs),
    credentials: {},
    session: noSession,
  } as const;
  const actor = await requesterOf(ports, change);
  const made = ports.makeContext(call, actor, { sessionId: undefined, isPublic: false });
  const seed = idSeedOf(change, ports.envelope);
  const context = {
    ...made,
    approved: approvedOf(change, ports.clock.now),
    ...(seed === undefined ? {} : { ids: seededIds(seed) }),
  };
  const { method, operation } = mounted;
  await runPermitted(ports, { method, operation }, context, { request: method.request.decode(input) });
}

/** Errors: FAILED_PRECONDITION when the requester is not there any more. */
async function requesterOf({ database }: ApprovalPorts, { request }: ApprovedChange): Promise<Actor> {
  const { accountId, requesterId: principalId } = request;
  const principalType = request.requesterType === "service_account" ? "service_account" : "user";
  const actor = await resolveActor(database.query, { accountId, principalType, principalId });
  if (actor !== undefined) return actor;
  throw new CloudError("FAILED_PRECONDITION", "Whoever asked for the change is not active any more.");
}
