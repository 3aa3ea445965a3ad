-- Where accounts have their audit records delivered to, and how far each has got.

-- CreateTable
CREATE TABLE "audit_log_sinks" (
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "destination" JSONB NOT NULL,
    "sealed_secret" TEXT NOT NULL DEFAULT '',
    "sealed_previous_secret" TEXT NOT NULL DEFAULT '',
    "secret_changed_at" TIMESTAMPTZ(3),
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "delivered_sequence" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,
    "health" TEXT NOT NULL DEFAULT 'OK',
    "error_message" TEXT NOT NULL DEFAULT '',
    "last_succeeded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_log_sinks_pkey" PRIMARY KEY ("account_id", "name")
);

-- CreateIndex
CREATE INDEX "audit_log_sinks_enabled_next_attempt_at_idx" ON "audit_log_sinks"("enabled", "next_attempt_at");
