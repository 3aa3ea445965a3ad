// The door of consensus: the rules of who must agree to what, without any row or caller.
export {
  GUARDABLE,
  isCovered,
  type Guardable,
  type Policy,
  type PolicySpec,
  type ProtectedNamespace,
} from "./policy.ts";
export {
  approvalsNeeded,
  isApprover,
  isSatisfied,
  requirementOf,
  type ApprovalRule,
  type Requirement,
} from "./requirement.ts";
export { namespacesOf, policiesGuarding, type ProposedChange } from "./guarded-change.ts";
export { GATEWAY_OPERATIONS, GUARDED_CALLS, type GuardedCall } from "./guarded-calls.ts";
