-- Certificates that are renewed, notices before their end, and authorities and signing keys that change with an overlap.
ALTER TABLE "certificates" ADD COLUMN "lineage_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "certificates" ADD COLUMN "renewed_by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "certificates" ADD COLUMN "auto_renew" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "certificates" ADD COLUMN "expiry_notice_days" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "certificates" ADD COLUMN "authority_id" TEXT NOT NULL DEFAULT 'first';
UPDATE "certificates" SET "lineage_id" = "id";
CREATE INDEX "certificates_account_id_lineage_id_idx" ON "certificates"("account_id", "lineage_id");
CREATE INDEX "certificates_state_not_after_idx" ON "certificates"("state", "not_after");

ALTER TABLE "certificate_authorities" ADD COLUMN "id" TEXT NOT NULL DEFAULT 'first';
ALTER TABLE "certificate_authorities" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'CURRENT';
ALTER TABLE "certificate_authorities" DROP CONSTRAINT "certificate_authorities_pkey";
ALTER TABLE "certificate_authorities" ADD CONSTRAINT "certificate_authorities_pkey" PRIMARY KEY ("account_id", "id");

ALTER TABLE "signing_keys" ADD COLUMN "refused_at" TIMESTAMPTZ(3);
