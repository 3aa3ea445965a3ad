// Puts an account on another price book or discount, from the open period on. What was to come
// after that moment is replaced.
import { findOpenPeriod, lockPeriod } from "#billing/customers";
import { findPriceBook, type PriceBook } from "#billing/prices";
import { CloudError } from "#shared/errors";
import { inTransaction, type Pool } from "#shared/postgres";
import { addTerms, findTerms } from "./terms-store.ts";

export interface NewTerms {
  accountId: string;
  /** "public-business@1" */
  priceBook: string;
  discountBasisPoints: number;
  /** From when: in the open period or later. */
  validFromMs: number;
}

const DISCOUNT_MAX = 10_000;

/**
 * Answers what was in force before. Errors: NOT_FOUND for an account that is not billed; INVALID_ARGUMENT for an unknown
 * book, one in another currency than the account's, a share that is none, and a moment in a closed period.
 */
export async function changeTerms(
  ports: { billing: Pool; defaultBook: PriceBook },
  terms: NewTerms,
): Promise<{ priceBook: PriceBook; discountBasisPoints: bigint }> {
  const { accountId, validFromMs, discountBasisPoints } = terms;
  const book = findPriceBook(terms.priceBook);
  if (
    !Number.isInteger(discountBasisPoints) ||
    discountBasisPoints < 0 ||
    discountBasisPoints > DISCOUNT_MAX
  ) {
    throw refused(
      "discount_basis_points",
      "must be a whole number from 0 to 10000 (hundredths of a percent)",
    );
  }
  return inTransaction(ports.billing, async (client) => {
    const open = await findOpenPeriod(client, accountId);
    // Locked, so that it is not closed by other terms meanwhile.
    const period = open && (await lockPeriod(client, accountId, open.startMs));
    if (period?.state !== "OPEN")
      throw new CloudError("NOT_FOUND", "There is no billed account with this id.");
    if (!(validFromMs >= period.startMs)) {
      throw refused("valid_from", "must not be before the open billing period: closed periods do not change");
    }
    const before = await findTerms(client, {
      accountId,
      beforeMs: Number.MAX_SAFE_INTEGER / 1_000,
      defaultBook: ports.defaultBook,
    });
    if (before.book.currency !== book.currency) {
      throw refused("price_book", `must be in the account's currency, ${before.book.currency}`);
    }
    await addTerms(client, terms);
    return { priceBook: before.book, discountBasisPoints: before.discountBasisPoints };
  });
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
