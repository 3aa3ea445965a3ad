-- SCIM: the tokens of accounts' identity providers, and what these say of users beyond what a user is here.
CREATE TABLE "scim_tokens" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_role" TEXT NOT NULL,
    "is_of_owner" BOOLEAN NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "scim_tokens_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "scim_tokens_token_hash_key" ON "scim_tokens"("token_hash");
CREATE INDEX "scim_tokens_account_id_id_idx" ON "scim_tokens"("account_id", "id");

CREATE TABLE "scim_users" (
    "user_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "user_name_key" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "attributes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scim_users_pkey" PRIMARY KEY ("user_id")
);
CREATE UNIQUE INDEX "scim_users_account_id_user_name_key_key" ON "scim_users"("account_id", "user_name_key");
CREATE INDEX "scim_users_account_id_external_id_idx" ON "scim_users"("account_id", "external_id");
