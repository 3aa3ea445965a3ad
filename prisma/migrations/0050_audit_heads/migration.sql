-- The end of every audit trail, beside it: records that somebody cut off its end are then missed.

-- CreateTable
CREATE TABLE "audit_heads" (
    "account_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("account_id")
);

INSERT INTO "audit_heads" ("account_id", "sequence", "hash")
SELECT DISTINCT ON ("account_id") "account_id", "sequence", "hash" FROM "audit_records"
ORDER BY "account_id", "sequence" DESC;
