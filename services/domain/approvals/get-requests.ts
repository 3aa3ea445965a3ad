// Reads of requests for approval: the caller's own, and those about what the caller may read.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { APPROVAL_STATES, toApprovalRequest, type ApprovalRequestRow } from "./approval-request.ts";
import { findRequest, listDecisions, maySee } from "./request-store.ts";

export async function getApprovalRequest(
  { actor, database }: DomainContext,
  request: cloudV1.IGetApprovalRequestRequest,
): Promise<cloudV1.IGetApprovalRequestResponse> {
  const row = await findRequest(database.query, actor, request.requestId ?? "");
  return { request: toApprovalRequest(row, await listDecisions(database.query, [row.id])) };
}

export async function getApprovalRequests(
  context: DomainContext,
  request: cloudV1.IGetApprovalRequestsRequest,
): Promise<cloudV1.IGetApprovalRequestsResponse> {
  const { rows, nextPageToken } = await listVisible(context, request);
  const decisions = await listDecisions(
    context.database.query,
    rows.map((row) => row.id),
  );
  const requests = rows.map((row) =>
    toApprovalRequest(
      row,
      decisions.filter((decision) => decision.requestId === row.id),
    ),
  );
  return { requests, nextPageToken };
}

/** Rows that may not be seen are skipped, so a page may take several reads; each read moves the cursor on. */
async function listVisible(
  { actor, database }: DomainContext,
  request: cloudV1.IGetApprovalRequestsRequest,
): Promise<{ rows: ApprovalRequestRow[]; nextPageToken: string }> {
  const wanted = readPage(request);
  const { state, namespace } = filtersOf(request);
  const rows: ApprovalRequestRow[] = [];
  let cursor = wanted.after ?? "";
  for (;;) {
    const read = await database.query.approvalRequest.findMany({
      where: { accountId: actor.accountId, id: { gt: cursor }, ...state, ...namespace },
      orderBy: { id: "asc" },
      take: wanted.size + 1,
    });
    for (const row of read) {
      if (maySee(actor, row)) rows.push(row);
      cursor = row.id;
    }
    if (read.length <= wanted.size || rows.length > wanted.size) break;
  }
  return cutPage(rows, wanted, (row) => row.id);
}

function filtersOf({ state, namespace }: cloudV1.IGetApprovalRequestsRequest): {
  state: { state?: string };
  namespace: { namespace?: string };
} {
  const isSet = (text: string | null | undefined): text is string => text != null && text !== "";
  if (isSet(state) && !APPROVAL_STATES.includes(state)) {
    throw new CloudError("INVALID_ARGUMENT", `state: must be one of ${APPROVAL_STATES.join(", ")}.`, {
      field: "state",
    });
  }
  return {
    state: isSet(state) ? { state } : {},
    namespace: isSet(namespace) ? { namespace } : {},
  };
}
