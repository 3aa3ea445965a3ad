// The work of all accounts that workflows of the control plane do, and one of them with its steps.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { workflowIdOf, type DomainContext } from "#domain/context";
import type { AsyncOperation, Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";

const STATES = ["PENDING", "IN_PROGRESS", "FAILED", "CANCELLED", "FULFILLED", "REJECTED"];

/** One activity of a run. */
export interface RunStep {
  name: string;
  state: "RUNNING" | "COMPLETED" | "FAILED" | "CANCELED";
  attempts: number;
  /** Of the last attempt; empty when none failed. */
  failure: string;
  startedMs: number;
  finishedMs: number | undefined;
}

/** Reads the newest run of a workflow of the control plane; undefined when there is none (any more). */
export type ReadRun = (workflowId: string, signal?: AbortSignal) => Promise<RunStep[] | undefined>;

/** Errors: INVALID_ARGUMENT for a state or page token that there is not. */
export async function getProvisionings(
  context: DomainContext,
  request: cloudV1.IGetProvisioningsRequest,
): Promise<cloudV1.IGetProvisioningsResponse> {
  const wanted = readPage(request);
  const state = request.state ?? "";
  if (state !== "" && !STATES.includes(state)) {
    throw new CloudError("INVALID_ARGUMENT", `state must be one of ${STATES.join(", ")}.`, {
      field: "state",
    });
  }
  const accountId = request.accountId ?? "";
  const rows = await context.database.query.asyncOperation.findMany({
    where: {
      workflowType: { not: "" },
      ...(state === "" ? {} : { state }),
      ...(accountId === "" ? {} : { accountId }),
      ...(wanted.after === undefined ? {} : { OR: after(wanted.after) }),
    },
    orderBy: [{ startedAt: "desc" }, { accountId: "asc" }, { id: "asc" }],
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) =>
    JSON.stringify([row.startedAt.getTime(), row.accountId, row.id]),
  );
  return { provisionings: page.rows.map(toProvisioning), nextPageToken: page.nextPageToken };
}

/** What comes after the key of a page's last row. */
function after(key: string): Prisma.AsyncOperationWhereInput[] {
  const [startedMs, accountId, id] = readKey(key);
  const startedAt = new Date(startedMs);
  return [
    { startedAt: { lt: startedAt } },
    { startedAt, accountId: { gt: accountId } },
    { startedAt, accountId, id: { gt: id } },
  ];
}

function readKey(key: string): [number, string, string] {
  try {
    const parts = JSON.parse(key) as unknown;
    if (Array.isArray(parts) && Number.isSafeInteger(parts[0]) && typeof parts[1] === "string")
      return [parts[0] as number, parts[1], String(parts[2])];
  } catch {
    // Said below.
  }
  throw new CloudError("INVALID_ARGUMENT", "page_token is not one that this list gave.", {
    field: "pageToken",
  });
}

/** Of an operation without a workflow there is no history. Errors: NOT_FOUND. */
export async function getProvisioning(
  context: DomainContext,
  request: cloudV1.IGetProvisioningRequest,
  readRun: ReadRun,
): Promise<cloudV1.IGetProvisioningResponse> {
  const { accountId, operationId } = {
    accountId: request.accountId ?? "",
    operationId: request.operationId ?? "",
  };
  const row = await context.database.query.asyncOperation.findFirst({
    where: { accountId, id: operationId },
  });
  if (row === null) throw new CloudError("NOT_FOUND", "There is no such work.", { field: "operationId" });
  const steps = await readRun(workflowIdOf({ accountId, operationId }));
  return {
    provisioning: toProvisioning(row),
    hasHistory: steps !== undefined,
    steps: (steps ?? []).map(({ startedMs, finishedMs, ...step }) => ({
      ...step,
      startedTime: timestampOfMs(startedMs),
      ...(finishedMs === undefined ? {} : { finishedTime: timestampOfMs(finishedMs) }),
    })),
  };
}

function toProvisioning(row: AsyncOperation): cloudV1.IProvisioning {
  return {
    accountId: row.accountId,
    operationId: row.id,
    operationType: row.operationType,
    resourceId: row.resourceId,
    state: row.state,
    workflowType: row.workflowType,
    workflowId: workflowIdOf({ accountId: row.accountId, operationId: row.id }),
    failureReason: row.failureReason,
    startedTime: timestampOfMs(row.startedAt.getTime()),
    ...(row.finishedAt === null ? {} : { finishedTime: timestampOfMs(row.finishedAt.getTime()) }),
  };
}
