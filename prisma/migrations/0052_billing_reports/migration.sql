-- Billing reports: asked for, made by a job, fetched by a link that expires.

-- CreateTable
CREATE TABLE "billing_reports" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "granularity" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "link_seconds" INTEGER NOT NULL,
    "file" BYTEA,
    "file_bytes" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "generated_at" TIMESTAMPTZ(3),
    "async_operation_id" TEXT NOT NULL,

    CONSTRAINT "billing_reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "billing_reports_account_id_id_idx" ON "billing_reports"("account_id", "id");

-- CreateIndex
CREATE INDEX "billing_reports_state_requested_at_idx" ON "billing_reports"("state", "requested_at");
