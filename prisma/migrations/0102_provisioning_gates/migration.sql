-- Provisioning gates: the LDAP groups whose members may have namespaces made.
CREATE TABLE "provisioning_gates" (
    "account_id" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "sealed_bind_password" TEXT NOT NULL DEFAULT '',
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provisioning_gates_pkey" PRIMARY KEY ("account_id")
);
