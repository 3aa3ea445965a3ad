// The door of the control plane's database: a Prisma client with limits, and transactions with a named timeout.
export { createDatabase, type Database, type Transaction } from "./database.ts";
export { isUniqueViolation } from "./database-error.ts";
