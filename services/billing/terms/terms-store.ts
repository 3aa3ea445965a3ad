// The terms of accounts: which price book and discount, from when. Rows are added, never changed: a closed period can
// always be rated again by what was in force then.
import type { BillingTerms } from "#billing/invoices";
import { findPriceBook, type PriceBook } from "#billing/prices";
import type { Queryable } from "#shared/postgres";

/** In force at the moment; an account without terms pays by `defaultBook`. */
export async function findTerms(
  client: Queryable,
  wanted: { accountId: string; beforeMs: number; defaultBook: PriceBook },
): Promise<BillingTerms> {
  const { rows } = await client.query<{
    price_book: string;
    discount_basis_points: number;
    valid_from: Date;
  }>(
    `select price_book, discount_basis_points, valid_from from terms
     where account_id = $1 and valid_from < to_timestamp($2::float8 / 1000) order by valid_from desc limit 1`,
    [wanted.accountId, wanted.beforeMs],
  );
  const row = rows[0];
  if (row === undefined) return { book: wanted.defaultBook, discountBasisPoints: 0n, planFromMs: 0 };
  return {
    book: findPriceBook(row.price_book),
    discountBasisPoints: BigInt(row.discount_basis_points),
    planFromMs: row.valid_from.getTime(),
  };
}

/** Idempotent by account and moment. */
export async function addTerms(
  client: Queryable,
  terms: { accountId: string; validFromMs: number; priceBook: string; discountBasisPoints: number },
): Promise<void> {
  await client.query(
    `insert into terms (account_id, valid_from, price_book, discount_basis_points)
     values ($1, to_timestamp($2::float8 / 1000), $3, $4) on conflict do nothing`,
    [terms.accountId, terms.validFromMs, terms.priceBook, terms.discountBasisPoints],
  );
}
