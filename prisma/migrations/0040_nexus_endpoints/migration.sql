-- Nexus endpoints of accounts.

-- CreateTable
CREATE TABLE "nexus_endpoints" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target_namespace" TEXT NOT NULL,
    "target_task_queue" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "spec" JSONB NOT NULL,
    "applied_spec" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nexus_endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "nexus_endpoints_account_id_name_key" ON "nexus_endpoints"("account_id", "name");

-- CreateIndex
CREATE INDEX "nexus_endpoints_account_id_id_idx" ON "nexus_endpoints"("account_id", "id");

-- CreateIndex
CREATE INDEX "nexus_endpoints_target_namespace_idx" ON "nexus_endpoints"("target_namespace");
