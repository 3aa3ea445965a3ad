// What a change has to wait for: every policy that guards it must be satisfied. Pure.
import type { Policy } from "./policy.ts";

export interface ApprovalRule {
  policyId: string;
  approvals: number;
  /** Empty for everybody who administers. */
  approverIds: string[];
}

export interface Requirement {
  rules: ApprovalRule[];
  /** Only when every policy allows it. */
  breakGlass: boolean;
  requestLifetimeMs: number;
  grantLifetimeMs: number;
  grantUses: number;
}

/** Undefined when no policy guards the change. Of several, the strictest value of each holds. */
export function requirementOf(policies: readonly Policy[]): Requirement | undefined {
  if (policies.length === 0) return undefined;
  const specs = policies.map(({ spec }) => spec);
  return {
    rules: policies.map(({ id, spec }) => ({
      policyId: id,
      approvals: spec.approvals,
      approverIds: spec.approverIds,
    })),
    breakGlass: specs.every((spec) => spec.breakGlass),
    requestLifetimeMs: Math.min(...specs.map((spec) => spec.requestLifetimeMs)),
    grantLifetimeMs: Math.min(...specs.map((spec) => spec.grantLifetimeMs)),
    grantUses: Math.min(...specs.map((spec) => spec.grantUses)),
  };
}

export function isApprover(rule: ApprovalRule, userId: string): boolean {
  return rule.approverIds.length === 0 || rule.approverIds.includes(userId);
}

/** Whether these people, all of whom agreed, are enough. */
export function isSatisfied(requirement: Requirement, userIds: readonly string[]): boolean {
  const people = [...new Set(userIds)];
  return requirement.rules.every(
    (rule) => people.filter((userId) => isApprover(rule, userId)).length >= rule.approvals,
  );
}

/** How many people must agree at the least. */
export function approvalsNeeded(requirement: Requirement): number {
  return Math.max(...requirement.rules.map((rule) => rule.approvals));
}
