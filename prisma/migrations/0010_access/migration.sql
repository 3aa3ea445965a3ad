-- Projects, groups of users, custom roles, and access for every kind of principal.

-- CreateTable
CREATE TABLE "projects" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "delete_protection" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_groups" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "account_role" TEXT NOT NULL,
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_group_members" (
    "account_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_group_members_pkey" PRIMARY KEY ("group_id", "user_id")
);

-- CreateTable
CREATE TABLE "custom_roles" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "permissions" JSONB NOT NULL,
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_accesses" (
    "account_id" TEXT NOT NULL,
    "principal_type" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "project_accesses_pkey" PRIMARY KEY ("principal_id", "project_id")
);

-- CreateTable
CREATE TABLE "custom_role_assignments" (
    "account_id" TEXT NOT NULL,
    "principal_type" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "custom_role_id" TEXT NOT NULL,

    CONSTRAINT "custom_role_assignments_pkey" PRIMARY KEY ("principal_id", "custom_role_id")
);

-- Every account gets its default project, protected from deletion, and its namespaces belong to it.
INSERT INTO "projects" ("id", "account_id", "display_name", "delete_protection", "state", "created_at", "updated_at")
SELECT "id" || '-default', "id", 'Default', true, 'ACTIVE', "created_at", "created_at" FROM "accounts";

-- AlterTable
ALTER TABLE "namespaces" ADD COLUMN "project_id" TEXT;
UPDATE "namespaces" SET "project_id" = "account_id" || '-default';
ALTER TABLE "namespaces" ALTER COLUMN "project_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "namespace_accesses" ADD COLUMN "principal_type" TEXT;
UPDATE "namespace_accesses" SET "principal_type" = CASE
    WHEN "principal_id" IN (SELECT "id" FROM "service_accounts") THEN 'service_account' ELSE 'user' END;
ALTER TABLE "namespace_accesses" ALTER COLUMN "principal_type" SET NOT NULL;

-- AlterTable
ALTER TABLE "service_accounts" ADD COLUMN "scope" TEXT NOT NULL DEFAULT 'account',
    ADD COLUMN "scope_id" TEXT NOT NULL DEFAULT '';

-- DropIndex
DROP INDEX "namespace_accesses_account_id_namespace_idx";

-- CreateIndex
CREATE INDEX "namespace_accesses_account_id_namespace_principal_type_prin_idx" ON "namespace_accesses"("account_id", "namespace", "principal_type", "principal_id");

-- CreateIndex
CREATE INDEX "projects_account_id_id_idx" ON "projects"("account_id", "id");

-- CreateIndex
CREATE INDEX "user_groups_account_id_id_idx" ON "user_groups"("account_id", "id");

-- CreateIndex
CREATE INDEX "user_groups_account_id_kind_external_id_idx" ON "user_groups"("account_id", "kind", "external_id");

-- CreateIndex
CREATE INDEX "user_group_members_account_id_user_id_idx" ON "user_group_members"("account_id", "user_id");

-- CreateIndex
CREATE INDEX "custom_roles_account_id_id_idx" ON "custom_roles"("account_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_roles_account_id_name_key" ON "custom_roles"("account_id", "name");

-- CreateIndex
CREATE INDEX "project_accesses_account_id_project_id_principal_type_princ_idx" ON "project_accesses"("account_id", "project_id", "principal_type", "principal_id");

-- CreateIndex
CREATE INDEX "custom_role_assignments_account_id_custom_role_id_idx" ON "custom_role_assignments"("account_id", "custom_role_id");

-- CreateIndex
CREATE INDEX "namespaces_account_id_project_id_id_idx" ON "namespaces"("account_id", "project_id", "id");

-- CreateIndex
CREATE INDEX "service_accounts_account_id_scope_scope_id_idx" ON "service_accounts"("account_id", "scope", "scope_id");
