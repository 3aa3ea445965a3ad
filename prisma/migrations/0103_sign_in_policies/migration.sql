-- Accounts may demand a second factor of everybody who comes in by a password.
ALTER TABLE "accounts" ADD COLUMN "requires_second_factor" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "sessions" ADD COLUMN "is_single_sign_on" BOOLEAN NOT NULL DEFAULT false;
