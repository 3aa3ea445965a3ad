// The order in which an account chose what to pay by. The newest choice that was finished counts, in whatever order the
// news of them comes.
import type { Queryable } from "#shared/postgres";

export interface CardChoice {
  choiceId: string;
  accountId: string;
}

/** Idempotent by id. */
export async function addCardChoice(client: Queryable, { choiceId, accountId }: CardChoice): Promise<void> {
  await client.query(
    "insert into card_choices (choice_id, account_id) values ($1, $2) on conflict (choice_id) do nothing",
    [choiceId, accountId],
  );
}

/** Locks the customer for this transaction, so that of two choices at once one comes after the other. */
export async function lockCardChoice(
  client: Queryable,
  { choiceId, accountId }: CardChoice,
): Promise<{ isNewest: boolean; isApplied: boolean } | undefined> {
  await client.query("select 1 from customers where account_id = $1 for update", [accountId]);
  const { rows } = await client.query<{ is_newest: boolean; is_applied: boolean }>(
    `select applied_at is not null as is_applied, not exists (
       select 1 from card_choices n
       where n.account_id = c.account_id and n.position > c.position and n.applied_at is not null) as is_newest
     from card_choices c where c.account_id = $1 and c.choice_id = $2`,
    [accountId, choiceId],
  );
  const [row] = rows;
  return row === undefined ? undefined : { isNewest: row.is_newest, isApplied: row.is_applied };
}

/** Idempotent: the first time stays. */
export async function recordCardChoice(
  client: Queryable,
  chosen: CardChoice & { paymentMethodId: string },
): Promise<void> {
  await client.query(
    `update card_choices set payment_method_id = $3, applied_at = coalesce(applied_at, now())
     where account_id = $1 and choice_id = $2`,
    [chosen.accountId, chosen.choiceId, chosen.paymentMethodId],
  );
}
