// The terms of accounts: which price book and discount, from when. What was in force in a closed period never changes, so
// that it can always be rated again; what is to come may be replaced.
import type { BillingTerms } from "#billing/invoices";
import { findPriceBook, type PriceBook } from "#billing/prices";
import type { Queryable } from "#shared/postgres";

interface TermsRow {
  price_book: string;
  discount_basis_points: number;
  valid_from: Date;
  is_allowance_whole: boolean;
}

/** The newest, and before it at most one for each day of a month. */
const LOOKED_BACK_MAX = 32;

/** In force at the moment; an account without terms pays by `defaultBook`. */
export async function findTerms(
  client: Queryable,
  wanted: { accountId: string; beforeMs: number; defaultBook: PriceBook },
): Promise<BillingTerms> {
  const { rows } = await client.query<TermsRow>(
    `select price_book, discount_basis_points, valid_from, is_allowance_whole from terms
     where account_id = $1 and valid_from < to_timestamp($2::float8 / 1000)
     order by valid_from desc limit ${LOOKED_BACK_MAX}`,
    [wanted.accountId, wanted.beforeMs],
  );
  const [newest, ...earlier] = rows;
  if (newest === undefined) return { book: wanted.defaultBook, discountBasisPoints: 0n, planFromMs: 0 };
  return {
    book: findPriceBook(newest.price_book),
    discountBasisPoints: BigInt(newest.discount_basis_points),
    planFromMs: newest.valid_from.getTime(),
    isAllowanceWhole: newest.is_allowance_whole,
    earlierPlans: earlier
      .map((row) => ({ book: findPriceBook(row.price_book), fromMs: row.valid_from.getTime() }))
      .reverse(),
  };
}

/** The next change that is to come; undefined when nothing changes. */
export async function findNextTerms(
  client: Queryable,
  account: { accountId: string; afterMs: number },
): Promise<{ book: PriceBook; validFromMs: number } | undefined> {
  const { rows } = await client.query<TermsRow>(
    `select price_book, discount_basis_points, valid_from, is_allowance_whole from terms
     where account_id = $1 and valid_from >= to_timestamp($2::float8 / 1000) order by valid_from limit 1`,
    [account.accountId, account.afterMs],
  );
  const [row] = rows;
  return row && { book: findPriceBook(row.price_book), validFromMs: row.valid_from.getTime() };
}

export interface TermsToAdd {
  accountId: string;
  validFromMs: number;
  priceBook: string;
  discountBasisPoints: number;
  isAllowanceWhole?: boolean;
  operationId?: string;
}

/** Whether this operation made the terms that are to come, or are in force, already. */
export async function isChangedBy(
  client: Queryable,
  accountId: string,
  operationId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    "select 1 from terms where account_id = $1 and operation_id = $2 limit 1",
    [accountId, operationId],
  );
  return (rowCount ?? 0) > 0;
}

/** What an account begins with. Does nothing for one that has terms: idempotent by that. */
export async function addFirstTerms(client: Queryable, terms: TermsToAdd): Promise<void> {
  await client.query(
    `insert into terms (account_id, valid_from, price_book, discount_basis_points)
     select $1, to_timestamp($2::float8 / 1000), $3, $4
     where not exists (select 1 from terms where account_id = $1) on conflict do nothing`,
    [terms.accountId, terms.validFromMs, terms.priceBook, terms.discountBasisPoints],
  );
}

/** From that moment on these hold, and nothing else that was to come. Idempotent by account and moment. */
export async function addTerms(client: Queryable, terms: TermsToAdd): Promise<void> {
  await dropTermsAfter(client, terms.accountId, terms.validFromMs);
  await client.query(
    `insert into terms (account_id, valid_from, price_book, discount_basis_points, is_allowance_whole, operation_id)
     values ($1, to_timestamp($2::float8 / 1000), $3, $4, $5, $6)
     on conflict (account_id, valid_from) do update set price_book = excluded.price_book,
       discount_basis_points = excluded.discount_basis_points,
       is_allowance_whole = excluded.is_allowance_whole, operation_id = excluded.operation_id`,
    [
      terms.accountId,
      terms.validFromMs,
      terms.priceBook,
      terms.discountBasisPoints,
      terms.isAllowanceWhole ?? false,
      terms.operationId ?? null,
    ],
  );
}

/** Takes back what was to come after the moment, which must be in the open period or later. */
export async function dropTermsAfter(client: Queryable, accountId: string, afterMs: number): Promise<void> {
  await client.query(
    "delete from terms where account_id = $1 and valid_from > to_timestamp($2::float8 / 1000)",
    [accountId, afterMs],
  );
}
