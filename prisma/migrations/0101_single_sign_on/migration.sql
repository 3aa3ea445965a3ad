-- Single sign-on: an account's OpenID Connect provider, sign-ins that are on their way there, and who is who there.
CREATE TABLE "identity_providers" (
    "account_id" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "sealed_client_secret" TEXT NOT NULL DEFAULT '',
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_providers_pkey" PRIMARY KEY ("account_id")
);

CREATE TABLE "sso_sign_ins" (
    "state_hash" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "sealed_checks" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sso_sign_ins_pkey" PRIMARY KEY ("state_hash")
);
CREATE INDEX "sso_sign_ins_expires_at_idx" ON "sso_sign_ins"("expires_at");

CREATE TABLE "sso_identities" (
    "account_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sso_identities_pkey" PRIMARY KEY ("account_id", "issuer", "subject")
);
CREATE INDEX "sso_identities_account_id_user_id_idx" ON "sso_identities"("account_id", "user_id");
