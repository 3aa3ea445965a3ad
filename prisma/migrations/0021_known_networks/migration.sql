-- From where a person has signed in: what comes from there is not the stranger that guesses.

-- CreateTable
CREATE TABLE "user_networks" (
    "user_id" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_networks_pkey" PRIMARY KEY ("user_id", "network")
);

-- CreateIndex
CREATE INDEX "user_networks_account_id_user_id_idx" ON "user_networks"("account_id", "user_id");

-- CreateIndex
CREATE INDEX "user_networks_last_seen_at_idx" ON "user_networks"("last_seen_at");
