// Finds a price book by the id that terms and invoices keep: every version that ever made an invoice stays here.
import { CloudError } from "#shared/errors";
import { DEFAULT_PRICE_BOOK } from "./default-book.ts";
import { priceBookId, type PriceBook } from "./price-book.ts";
import { PUBLIC_PRICE_BOOKS } from "./public-books.ts";

export const PRICE_BOOKS: readonly PriceBook[] = [DEFAULT_PRICE_BOOK, ...PUBLIC_PRICE_BOOKS];

/** Errors: INVALID_ARGUMENT naming `field` for an id that no book has. */
export function findPriceBook(id: string, field = "price_book"): PriceBook {
  const found = PRICE_BOOKS.find((book) => priceBookId(book) === id);
  if (found !== undefined) return found;
  throw new CloudError(
    "INVALID_ARGUMENT",
    `${field} must be one of ${PRICE_BOOKS.map(priceBookId).join(", ")}.`,
    {
      field,
    },
  );
}
