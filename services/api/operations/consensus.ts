// Operations of consensus: policies, and requests for approval with their decisions.
import type { cloudV1 } from "#contracts";
import {
  approve,
  createApprovalRequest,
  createConsensusPolicy,
  deleteConsensusPolicy,
  getApprovalRequest,
  getApprovalRequests,
  getConsensusPolicies,
  getConsensusPolicy,
  reject,
  updateConsensusPolicy,
  withdraw,
} from "#domain/approvals";
import { operation, type Operation } from "./operation.ts";

const CONSENSUS = "cellplane.cloud.v1.ConsensusService";

const policies: Operation[] = [
  operation({
    rpc: `${CONSENSUS}/GetConsensusPolicies`,
    permission: "cloud.consensuspolicy.list",
    run: (context, request: cloudV1.IGetConsensusPoliciesRequest) => getConsensusPolicies(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/GetConsensusPolicy`,
    permission: "cloud.consensuspolicy.get",
    run: (context, request: cloudV1.IGetConsensusPolicyRequest) => getConsensusPolicy(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/CreateConsensusPolicy`,
    permission: "cloud.consensuspolicy.create",
    run: (context, request: cloudV1.ICreateConsensusPolicyRequest) => createConsensusPolicy(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/UpdateConsensusPolicy`,
    permission: "cloud.consensuspolicy.update",
    run: (context, request: cloudV1.IUpdateConsensusPolicyRequest) => updateConsensusPolicy(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/DeleteConsensusPolicy`,
    permission: "cloud.consensuspolicy.delete",
    run: (context, request: cloudV1.IDeleteConsensusPolicyRequest) => deleteConsensusPolicy(context, request),
  }),
];

const requests: Operation[] = [
  operation({
    rpc: `${CONSENSUS}/CreateApprovalRequest`,
    permission: "cloud.approval.create",
    run: (context, request: cloudV1.ICreateApprovalRequestRequest) => createApprovalRequest(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/GetApprovalRequests`,
    permission: "cloud.approval.list",
    run: (context, request: cloudV1.IGetApprovalRequestsRequest) => getApprovalRequests(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/GetApprovalRequest`,
    permission: "cloud.approval.get",
    run: (context, request: cloudV1.IGetApprovalRequestRequest) => getApprovalRequest(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/Approve`,
    permission: "cloud.approval.approve",
    run: (context, request: cloudV1.IApproveRequest) => approve(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/Reject`,
    permission: "cloud.approval.reject",
    run: (context, request: cloudV1.IRejectRequest) => reject(context, request),
  }),
  operation({
    rpc: `${CONSENSUS}/Withdraw`,
    permission: "cloud.approval.withdraw",
    run: (context, request: cloudV1.IWithdrawRequest) => withdraw(context, request),
  }),
];

export const consensusOperations: Operation[] = [...policies, ...requests];
