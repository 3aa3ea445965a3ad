-- Sinks for the histories of closed workflows.

-- CreateTable
CREATE TABLE "export_sinks" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "destination" JSONB NOT NULL,
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "close_time_ms" BIGINT NOT NULL,
    "start_time_ms" BIGINT NOT NULL,
    "run_id" TEXT NOT NULL DEFAULT '',
    "exported_until" TIMESTAMPTZ(3) NOT NULL,
    "latest_export_at" TIMESTAMPTZ(3),
    "health" TEXT NOT NULL DEFAULT '',
    "error_message" TEXT NOT NULL DEFAULT '',
    "last_check_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_sinks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "export_sinks_namespace_name_key" ON "export_sinks"("namespace", "name");

-- CreateIndex
CREATE INDEX "export_sinks_account_id_namespace_idx" ON "export_sinks"("account_id", "namespace");

-- CreateIndex
CREATE INDEX "export_sinks_enabled_next_attempt_at_idx" ON "export_sinks"("enabled", "next_attempt_at");
