// Reads of consensus policies for the public API.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { cutPage, readPage } from "#shared/page";
import { toPolicy } from "./policy-message.ts";
import { findPolicy } from "./policy-store.ts";

export async function getConsensusPolicy(
  { actor, database }: DomainContext,
  request: cloudV1.IGetConsensusPolicyRequest,
): Promise<cloudV1.IGetConsensusPolicyResponse> {
  const key = { accountId: actor.accountId, policyId: request.policyId ?? "" };
  return { policy: toPolicy(await findPolicy(database.query, key)) };
}

export async function getConsensusPolicies(
  { actor, database }: DomainContext,
  request: cloudV1.IGetConsensusPoliciesRequest,
): Promise<cloudV1.IGetConsensusPoliciesResponse> {
  const wanted = readPage(request);
  const found = await database.query.consensusPolicy.findMany({
    where: { accountId: actor.accountId, id: { gt: wanted.after ?? "" } },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  const { rows, nextPageToken } = cutPage(found, wanted, (row) => row.id);
  return { policies: rows.map(toPolicy), nextPageToken };
}
