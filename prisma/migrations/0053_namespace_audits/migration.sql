-- Namespaces whose running workflows are watched: who terminated, reset, signalled ... goes into the audit trail.

-- CreateTable
CREATE TABLE "namespace_audits" (
    "namespace_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "resource_version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "namespace_audits_pkey" PRIMARY KEY ("namespace_id")
);
