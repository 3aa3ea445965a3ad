// The door of approvals: policies, requests, decisions, and what becomes of approved changes.
export { createConsensusPolicy, deleteConsensusPolicy, updateConsensusPolicy } from "./change-policy.ts";
export { getConsensusPolicies, getConsensusPolicy } from "./get-policies.ts";
export { createApprovalRequest } from "./ask-approval.ts";
export { getApprovalRequest, getApprovalRequests } from "./get-requests.ts";
export { approve, reject, withdraw } from "./decide-request.ts";
export { consensus } from "./hold-change.ts";
export {
  approvedOf,
  checkUnchanged,
  failApproved,
  idSeedOf,
  listApprovedChanges,
  type ApprovedChange,
} from "./carry-out.ts";
export { sweepApprovals } from "./sweep-approvals.ts";
