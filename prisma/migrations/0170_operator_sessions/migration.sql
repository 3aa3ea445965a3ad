-- Until when a session of an operator may act for the installation. The work of all accounts is listed by its beginning.
ALTER TABLE "sessions" ADD COLUMN "operator_until" TIMESTAMPTZ(3);
CREATE INDEX "async_operations_started_at_idx" ON "async_operations" ("started_at");
