// Ends requests for approval whose time is over, so that every held operation ends (P1), and forgets old ones.
import type { DomainContext } from "#domain/context";
import type { Database } from "#domain/database";
import { endRequest } from "./carry-out.ts";

const PER_ROUND_MAX = 200;
const DAY_MS = 86_400_000;
/** An approved change that could not be carried out, because something it needs is away, is given up then. */
const CARRY_OUT_WITHIN_MS = DAY_MS;
const KEPT_MS = 400 * DAY_MS;

/** Answers how many were ended or removed. */
export async function sweepApprovals(
  ports: Pick<DomainContext, "clock" | "ids"> & { database: Database },
): Promise<number> {
  const { database, clock } = ports;
  const now = clock.now();
  const expired = await database.query.approvalRequest.findMany({
    where: { state: "PENDING", expiresAt: { lte: new Date(now) } },
    take: PER_ROUND_MAX,
  });
  const stuck = await database.query.approvalRequest.findMany({
    where: { state: "APPROVED", kind: "operation", updatedAt: { lte: new Date(now - CARRY_OUT_WITHIN_MS) } },
    take: PER_ROUND_MAX,
  });
  let ended = 0;
  for (const request of expired) {
    const reason = "Nobody decided in time: the request for approval has expired.";
    if (await database.transaction((tx) => endRequest(tx, ports, { request, state: "EXPIRED", reason })))
      ended += 1;
  }
  for (const request of stuck) {
    const reason = "It was approved, but could not be carried out within a day.";
    if (await database.transaction((tx) => endRequest(tx, ports, { request, state: "FAILED", reason })))
      ended += 1;
  }
  const old = { updatedAt: { lte: new Date(now - KEPT_MS) }, state: { not: "PENDING" } };
  const gone = await database.query.approvalRequest.findMany({
    where: old,
    select: { id: true },
    take: PER_ROUND_MAX,
  });
  const ids = gone.map(({ id }) => id);
  await database.query.approval.deleteMany({ where: { requestId: { in: ids } } });
  await database.query.approvalRequest.deleteMany({ where: { id: { in: ids } } });
  return ended + ids.length;
}
