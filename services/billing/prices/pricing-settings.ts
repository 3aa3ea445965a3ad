// What an installation sells, as its configuration says: what accounts begin with, what they may choose, and whether new
// ones get a credit to try it.
import { z } from "zod";
import { DEFAULT_PRICE_BOOK } from "./default-book.ts";
import { PRICE_BOOKS } from "./find-book.ts";
import { priceBookId, type PriceBook } from "./price-book.ts";

export interface Pricing {
  /** Of accounts without terms of their own; new accounts begin with it. */
  defaultBook: PriceBook;
  /** What accounts may choose themselves. */
  offered: readonly PriceBook[];
  trial: Trial;
}

/** In minor units of the default book's currency; nothing is given when it is 0. */
export interface Trial {
  amountCents: bigint;
  days: number;
}

const CREDIT_CENTS_MAX = 999_999_999_999;
const DAYS_MAX = 3_650;
/** Contracts are made with people: the larger plans are given by operators. */
const OFFERED_DEFAULT = "default@1,public-developer@1,public-essentials@1,public-business@1";

const book = z.string().transform((id, context): PriceBook => {
  const found = PRICE_BOOKS.find((each) => priceBookId(each) === id.trim());
  if (found !== undefined) return found;
  context.addIssue(`must be of: ${PRICE_BOOKS.map(priceBookId).join(", ")}`);
  return z.NEVER;
});

export const pricingSettings = z.object({
  /** Change it before the first account: an account keeps what it began with. */
  defaultPriceBook: z.string().default(priceBookId(DEFAULT_PRICE_BOOK)).pipe(book),
  /** Separated by commas; empty when operators set the terms of all accounts. */
  offeredPriceBooks: z
    .string()
    .default(OFFERED_DEFAULT)
    .transform((text) => text.split(",").filter((id) => id.trim() !== ""))
    .pipe(z.array(book)),
  trialCreditCents: z.coerce.number().int().min(0).max(CREDIT_CENTS_MAX).default(0),
  trialDays: z.coerce.number().int().min(1).max(DAYS_MAX).default(30),
});

export function pricingOf(settings: z.infer<typeof pricingSettings>): Pricing {
  return {
    defaultBook: settings.defaultPriceBook,
    offered: settings.offeredPriceBooks,
    trial: { amountCents: BigInt(settings.trialCreditCents), days: settings.trialDays },
  };
}
