-- Why an account starts no new work: its bill is overdue, or its own hard cap is reached. What runs goes on.
ALTER TABLE "accounts" ADD COLUMN "is_payment_overdue" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "accounts" ADD COLUMN "is_over_budget" BOOLEAN NOT NULL DEFAULT false;
