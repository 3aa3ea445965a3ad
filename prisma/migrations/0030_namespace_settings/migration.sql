-- Capacity requests and removed regions of namespaces, and connectivity rules.

-- AlterTable
ALTER TABLE "namespaces" ADD COLUMN     "capacity_request" JSONB,
ADD COLUMN     "removed_regions" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "connectivity_rules" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "source_cidrs" TEXT[] NOT NULL,
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connectivity_rules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "connectivity_rules_account_id_id_idx" ON "connectivity_rules"("account_id", "id");
