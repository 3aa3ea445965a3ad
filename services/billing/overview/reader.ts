// Who reads, and from where.
import { DEFAULT_PRICE_BOOK, type PriceBook } from "#billing/prices";
import type { Pool } from "#shared/postgres";

export interface BillingReader {
  billing: Pool;
  usage: Pool;
  accountId: string;
  nowMs: number;
}

export function spendPorts({ billing, usage }: BillingReader): {
  billing: Pool;
  usage: Pool;
  book: PriceBook;
} {
  return { billing, usage, book: DEFAULT_PRICE_BOOK };
}
