// The canonical bytes of an audit record and their hash, chained to the record before. Pure.
import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** Everything of a record that the chain protects. */
export interface AuditFacts {
  accountId: string;
  sequence: bigint;
  id: string;
  emittedAt: Date;
  action: string;
  operation: string;
  status: string;
  principalType: string;
  principalId: string;
  principalName: string;
  apiKeyId: string;
  resourceType: string;
  resourceId: string;
  requestId: string;
  remoteAddress: string;
  asyncOperationId: string;
  details: unknown;
  previousHash: string;
}

/** What the first record of an account names as its predecessor. */
export const FIRST_PREVIOUS_HASH = "0".repeat(64);

export function hashAuditRecord(facts: AuditFacts): string {
  const canonical = canonicalJson([
    facts.accountId,
    facts.sequence.toString(),
    facts.id,
    facts.emittedAt.getTime(),
    facts.action,
    facts.operation,
    facts.status,
    facts.principalType,
    facts.principalId,
    facts.principalName,
    facts.apiKeyId,
    facts.resourceType,
    facts.resourceId,
    facts.requestId,
    facts.remoteAddress,
    facts.asyncOperationId,
    facts.details,
    facts.previousHash,
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}
