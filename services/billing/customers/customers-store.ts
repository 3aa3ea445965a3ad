// Who is billed: an account and what it is called at Stripe.
import type { Queryable } from "#shared/postgres";

export interface Customer {
  accountId: string;
  email: string;
  name: string;
  stripeCustomerId: string | undefined;
  stripeTestClockId: string | undefined;
  stripeSubscriptionId: string | undefined;
}

interface CustomerRow {
  account_id: string;
  email: string;
  name: string;
  stripe_customer_id: string | null;
  stripe_test_clock_id: string | null;
  stripe_subscription_id: string | null;
}

/** Idempotent by primary key; the first email and name stay. */
export async function addCustomer(
  client: Queryable,
  customer: { accountId: string; email: string; name: string },
): Promise<void> {
  await client.query(
    "insert into customers (account_id, email, name) values ($1, $2, $3) on conflict (account_id) do nothing",
    [customer.accountId, customer.email, customer.name],
  );
}

/** Fills in ids of Stripe; one that is known is never replaced. */
export async function setStripeIds(
  client: Queryable,
  accountId: string,
  ids: { customerId?: string; testClockId?: string | undefined; subscriptionId?: string },
): Promise<void> {
  await client.query(
    `update customers set
       stripe_customer_id = coalesce(stripe_customer_id, $2),
       stripe_test_clock_id = coalesce(stripe_test_clock_id, $3),
       stripe_subscription_id = coalesce(stripe_subscription_id, $4)
     where account_id = $1`,
    [accountId, ids.customerId ?? null, ids.testClockId ?? null, ids.subscriptionId ?? null],
  );
}

export async function findCustomer(client: Queryable, accountId: string): Promise<Customer | undefined> {
  const { rows } = await client.query<CustomerRow>("select * from customers where account_id = $1", [
    accountId,
  ]);
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    accountId: row.account_id,
    email: row.email,
    name: row.name,
    stripeCustomerId: row.stripe_customer_id ?? undefined,
    stripeTestClockId: row.stripe_test_clock_id ?? undefined,
    stripeSubscriptionId: row.stripe_subscription_id ?? undefined,
  };
}
