// Who reads, and from where.
import type { PriceBook, Pricing } from "#billing/prices";
import type { Pool } from "#shared/postgres";

export interface BillingReader {
  billing: Pool;
  usage: Pool;
  pricing: Pricing;
  accountId: string;
  nowMs: number;
}

export function spendPorts({ billing, usage, pricing }: BillingReader): {
  billing: Pool;
  usage: Pool;
  book: PriceBook;
} {
  return { billing, usage, book: pricing.defaultBook };
}
