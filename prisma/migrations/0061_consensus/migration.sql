-- Consensus: policies under which changes wait for other people, the requests that wait, and who decided what.
CREATE TABLE "consensus_policies" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consensus_policies_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "consensus_policies_account_id_id_idx" ON "consensus_policies"("account_id", "id");

CREATE TABLE "approval_requests" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "workflow_id" TEXT NOT NULL,
    "visibility_query" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requester_type" TEXT NOT NULL,
    "requester_id" TEXT NOT NULL,
    "requester_name" TEXT NOT NULL,
    "requirement" JSONB NOT NULL,
    "request_hash" TEXT NOT NULL,
    "twin_hash" TEXT NOT NULL,
    "sealed_id_seed" TEXT NOT NULL,
    "async_operation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "failure_reason" TEXT NOT NULL DEFAULT '',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "grant_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "approval_requests_account_id_id_idx" ON "approval_requests"("account_id", "id");
CREATE INDEX "approval_requests_state_expires_at_idx" ON "approval_requests"("state", "expires_at");

CREATE TABLE "approvals" (
    "request_id" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "principal_name" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("request_id", "principal_id")
);
