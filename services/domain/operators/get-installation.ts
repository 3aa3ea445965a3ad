// The installation at a glance: what gateways know, what is under way, how the cells fare, and what needs somebody.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { listCells, type Cells, type CellRow } from "#domain/cells";
import type { DomainContext } from "#domain/context";
import { UNFINISHED_STATES } from "#domain/operations";
import { toCloudError } from "#shared/errors";

const DAY_MS = 86_400_000;
/** An operation that is untouched for so long needs somebody: the reconciler tries every few seconds. */
const STUCK_MS = 10 * 60_000;
const PROBE_LIMIT_MS = 3_000;
const ALERTS_OF_KIND_MAX = 50;

export async function getInstallation(
  context: DomainContext,
  cells: Cells,
): Promise<cloudV1.IGetInstallationResponse> {
  const { query } = context.database;
  const now = context.clock.now();
  const [directory, accounts, namespaces, unfinished, failed, mails, rows] = await Promise.all([
    query.directoryVersion.findFirst(),
    query.account.count(),
    query.namespace.count(),
    query.asyncOperation.count({ where: { state: { in: UNFINISHED_STATES }, workflowType: { not: "" } } }),
    query.asyncOperation.count({ where: { state: "FAILED", finishedAt: { gte: new Date(now - DAY_MS) } } }),
    query.mail.count({ where: { state: "QUEUED" } }),
    listCells(query),
  ]);
  const health = await Promise.all(rows.map((row) => probe(context, cells, row)));
  return {
    directoryVersion: String(directory?.version ?? 0),
    accounts,
    namespaces,
    operationsUnfinished: unfinished,
    operationsFailed: failed,
    mailsWaiting: mails,
    cells: health,
    alerts: [...health.flatMap(alertOfCell), ...(await stuckWork(context)), ...(await stuckMail(context))],
  };
}

async function probe(context: DomainContext, cells: Cells, row: CellRow): Promise<cloudV1.ICellHealth> {
  const beganAt = context.clock.monotonic();
  try {
    const facts = await cells.open(row).probe(AbortSignal.timeout(PROBE_LIMIT_MS));
    const latencyMs = context.clock.monotonic() - beganAt;
    return { cellId: row.id, reachable: true, failure: "", latencyMs, ...facts };
  } catch (error) {
    return { cellId: row.id, reachable: false, failure: toCloudError(error).publicMessage };
  }
}

function alertOfCell({ cellId, reachable, failure }: cloudV1.ICellHealth): cloudV1.IInstallationAlert[] {
  if (reachable === true) return [];
  return [{ kind: "cell-away", subject: cellId ?? "", accountId: "", text: failure ?? "" }];
}

async function stuckWork({ database, clock }: DomainContext): Promise<cloudV1.IInstallationAlert[]> {
  const rows = await database.query.asyncOperation.findMany({
    where: {
      ...{ state: { in: UNFINISHED_STATES }, workflowType: { not: "" } },
      updatedAt: { lt: new Date(clock.now() - STUCK_MS) },
    },
    orderBy: { updatedAt: "asc" },
    take: ALERTS_OF_KIND_MAX,
  });
  return rows.map((row) => ({
    kind: "work-stuck",
    subject: row.id,
    accountId: row.accountId,
    text: `${row.operationType} of ${row.resourceId} has not moved for ten minutes.`,
    sinceTime: timestampOfMs(row.updatedAt.getTime()),
  }));
}

async function stuckMail({ database, clock }: DomainContext): Promise<cloudV1.IInstallationAlert[]> {
  const oldest = await database.query.mail.findFirst({
    where: { state: "QUEUED", createdAt: { lt: new Date(clock.now() - STUCK_MS) } },
    orderBy: { createdAt: "asc" },
  });
  if (oldest === null) return [];
  const text = `Mail waits for more than ten minutes: ${oldest.failureReason || "nothing sends it"}.`;
  return [
    {
      ...{ kind: "mail-stuck", subject: "outbox", accountId: "", text },
      sinceTime: timestampOfMs(oldest.createdAt.getTime()),
    },
  ];
}
