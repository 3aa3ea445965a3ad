-- Invitations, forgotten passwords, the end of API keys foretold, and the account's own settings.

-- A person who was invited has no password and no verified address until the invitation is accepted.
ALTER TABLE "users" ALTER COLUMN "password_hash" DROP NOT NULL;
ALTER TABLE "users" ALTER COLUMN "verified_at" DROP NOT NULL;

-- CreateTable
CREATE TABLE "user_invitations" (
    "user_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_invitations_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "token_hash" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_invitations_token_hash_key" ON "user_invitations"("token_hash");

-- CreateIndex
CREATE INDEX "user_invitations_account_id_user_id_idx" ON "user_invitations"("account_id", "user_id");

-- CreateIndex
CREATE INDEX "password_resets_user_id_idx" ON "password_resets"("user_id");

-- CreateIndex
CREATE INDEX "password_resets_expires_at_idx" ON "password_resets"("expires_at");

ALTER TABLE "api_keys" ADD COLUMN "expiry_notice_days" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "accounts" ADD COLUMN "metrics_client_ca" TEXT NOT NULL DEFAULT '';
ALTER TABLE "accounts" ADD COLUMN "is_api_key_creation_disabled" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "accounts" ADD COLUMN "is_api_key_use_disabled" BOOLEAN NOT NULL DEFAULT false;
