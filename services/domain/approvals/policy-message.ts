// A consensus policy from and to the public message. Pure.
import { durationOfMs, msOfDuration, timestampOfMs, type cloudV1 } from "#contracts";
import { GUARDABLE, type Guardable, type Policy, type PolicySpec } from "#domain/consensus";
import type { ConsensusPolicy } from "#prisma";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NAME_LENGTH_MAX = 64;
const NAMESPACES_MAX = 1_000;
const TAGS_MAX = 50;
const APPROVALS_MAX = 5;
const APPROVERS_MAX = 50;
const GRANT_USES_MAX = 100;
const REQUEST_LIFETIME = { min: 5 * MINUTE_MS, max: 14 * DAY_MS, default: DAY_MS };
const GRANT_LIFETIME = { min: MINUTE_MS, max: DAY_MS, default: 15 * MINUTE_MS };

/** Errors: INVALID_ARGUMENT naming the field and its rule. */
export function readPolicySpec(spec: cloudV1.IConsensusPolicySpec): PolicySpec {
  const displayName = spec.displayName ?? "";
  const isPlain = ![...displayName].some((letter) => letter < " " || letter === "\u007f");
  check(displayName !== "" && displayName.length <= NAME_LENGTH_MAX && isPlain, "displayName", NAME_RULE);
  const namespaces = distinct(spec.namespaces, "namespaces", NAMESPACES_MAX);
  const tags = spec.tags ?? {};
  check(Object.keys(tags).length <= TAGS_MAX, "tags", `must be at most ${TAGS_MAX}`);
  const wholeAccount = spec.wholeAccount ?? false;
  const isAnywhere = wholeAccount || namespaces.length > 0 || Object.keys(tags).length > 0;
  check(isAnywhere, "namespaces", "name a namespace, a tag, or set whole_account");
  const operations = distinct(spec.operations, "operations", GUARDABLE.length);
  check(operations.length > 0 && operations.every(isGuardable), "operations", OPERATIONS_RULE);
  const approvals = spec.approvals ?? 0;
  check(approvals >= 1 && approvals <= APPROVALS_MAX, "approvals", `must be 1 to ${APPROVALS_MAX}`);
  const grantUses = spec.grantUses == null || spec.grantUses === 0 ? 1 : spec.grantUses;
  check(grantUses <= GRANT_USES_MAX, "grantUses", `must be 1 to ${GRANT_USES_MAX}`);
  return {
    ...{ displayName, namespaces, tags, wholeAccount, approvals, grantUses },
    // All of them are: checked above.
    operations: operations as Guardable[],
    requestLifetimeMs: lifetime(msOfDuration(spec.requestLifetime), "requestLifetime", REQUEST_LIFETIME),
    grantLifetimeMs: lifetime(msOfDuration(spec.grantLifetime), "grantLifetime", GRANT_LIFETIME),
    approverIds: distinct(spec.approverUserIds, "approverUserIds", APPROVERS_MAX),
    breakGlass: spec.breakGlass ?? false,
    directoryExempt: spec.directoryExempt ?? false,
  };
}

const NAME_RULE = `must be 1 to ${NAME_LENGTH_MAX} printable characters`;
const OPERATIONS_RULE = `must be some of ${GUARDABLE.join(", ")}`;

export function policyOf(row: ConsensusPolicy): Policy {
  // The column holds only what `readPolicySpec` answered.
  return { id: row.id, spec: row.spec as unknown as PolicySpec };
}

export function toPolicy(row: ConsensusPolicy): cloudV1.IConsensusPolicy {
  const { spec } = policyOf(row);
  return {
    policyId: row.id,
    resourceVersion: resourceVersionOf(row),
    spec: {
      displayName: spec.displayName,
      namespaces: spec.namespaces,
      tags: spec.tags,
      wholeAccount: spec.wholeAccount,
      operations: spec.operations,
      approvals: spec.approvals,
      requestLifetime: durationOfMs(spec.requestLifetimeMs),
      grantLifetime: durationOfMs(spec.grantLifetimeMs),
      grantUses: spec.grantUses,
      approverUserIds: spec.approverIds,
      breakGlass: spec.breakGlass,
      // Policies of old do not have it.
      directoryExempt: spec.directoryExempt ?? false,
    },
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}

function isGuardable(text: string): boolean {
  return (GUARDABLE as readonly string[]).includes(text);
}

function distinct(texts: string[] | null | undefined, field: string, max: number): string[] {
  const all = [...new Set(texts ?? [])];
  check(all.length <= max && !all.includes(""), field, `must be at most ${max}, none of them empty`);
  return all;
}

function lifetime(
  given: number | undefined,
  field: string,
  limits: { min: number; max: number; default: number },
): number {
  if (given === undefined || given === 0) return limits.default;
  const rule = `must be between ${limits.min / MINUTE_MS} minutes and ${limits.max / DAY_MS} days`;
  check(given >= limits.min && given <= limits.max, field, rule);
  return given;
}

function check(isRight: boolean, field: string, rule: string): void {
  if (isRight) return;
  throw new CloudError("INVALID_ARGUMENT", `spec.${field}: ${rule}.`, { field: `spec.${field}` });
}
