-- Regions, cells, namespaces, certificates and the version of the edge's directory.

-- CreateTable
CREATE TABLE "regions" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_region" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "grpc_address" TEXT NOT NULL,
    "mtls_grpc_address" TEXT NOT NULL,
    "web_address" TEXT NOT NULL,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cells" (
    "id" TEXT NOT NULL,
    "region_id" TEXT NOT NULL,
    "driver" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cells_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "namespaces" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "namespace_id" TEXT NOT NULL,
    "cell_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "spec" JSONB NOT NULL,
    "applied_spec" JSONB,
    "tags" JSONB NOT NULL,
    "renamed_attributes" JSONB NOT NULL,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "actions_per_second" INTEGER NOT NULL,
    "requests_per_second" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "namespaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_authorities" (
    "account_id" TEXT NOT NULL,
    "certificate_pem" TEXT NOT NULL,
    "sealed_private_key" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_authorities_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "serial_number" TEXT NOT NULL,
    "csr_pem" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "certificate_pem" TEXT NOT NULL DEFAULT '',
    "fingerprint" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "not_after" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revocation_reason" TEXT NOT NULL DEFAULT '',
    "async_operation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_version" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "directory_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cells_region_id_idx" ON "cells"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "namespaces_namespace_id_key" ON "namespaces"("namespace_id");

-- CreateIndex
CREATE INDEX "namespaces_account_id_id_idx" ON "namespaces"("account_id", "id");

-- CreateIndex
CREATE INDEX "namespaces_cell_id_idx" ON "namespaces"("cell_id");

-- CreateIndex
CREATE INDEX "certificates_account_id_id_idx" ON "certificates"("account_id", "id");

-- CreateIndex
CREATE INDEX "certificates_account_id_state_idx" ON "certificates"("account_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_account_id_serial_number_key" ON "certificates"("account_id", "serial_number");

INSERT INTO "directory_version" ("id", "version") VALUES (1, 1);
