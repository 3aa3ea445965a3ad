// Makes PostgreSQL show one account's rows only: the transaction's role becomes one that row-level security binds, and
// the account is a setting of the transaction, so neither outlives it on a pooled connection. The policies are those of
// prisma/migrations/after.sql.
import type { PrismaClient, Prisma } from "#prisma";
import { toDatabaseError } from "./database-error.ts";

/** Both names are known to after.sql. */
const TENANT_ROLE = "cellplane_tenant";
const ACCOUNT_SETTING = "cellplane.account_id";

/** Call it first in a transaction. An empty account sees nothing. */
export async function actAsAccount(tx: Prisma.TransactionClient, accountId: string): Promise<void> {
  await setScope(tx, accountId);
}

/** Single statements as one account: each runs in a transaction of its own, because the scope needs one. */
export function queryAsAccount(client: PrismaClient, accountId: string): Prisma.TransactionClient {
  const scoped = client.$extends({
    query: {
      $allOperations: async ({ args, query }): Promise<unknown> => {
        const scope = setScope(client, accountId);
        const both = client.$transaction([scope, query(args) as Prisma.PrismaPromise<unknown>]);
        const [, result] = await both.catch((error: unknown) => {
          throw toDatabaseError(error);
        });
        return result;
      },
    },
  });
  // An extended client has the same models and raw statements; only its type is another.
  return scoped as unknown as Prisma.TransactionClient;
}

function setScope(client: Prisma.TransactionClient, accountId: string): Prisma.PrismaPromise<unknown> {
  return client.$queryRaw`select set_config('role', ${TENANT_ROLE}, true), set_config(${ACCOUNT_SETTING}, ${accountId}, true)`;
}
