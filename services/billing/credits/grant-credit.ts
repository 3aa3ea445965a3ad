// Gives an account credit, changes what is left of it, and takes it back. Amounts are minor units of its currency.
import { CREDIT_CATEGORIES, type CreditCategory } from "#billing/rating";
import { CloudError } from "#shared/errors";
import { inTransaction, type Pool } from "#shared/postgres";
import { insertEntry, insertGrant, lockGrant, setVoided, type CreditGrant } from "./credits-store.ts";

export interface CreditToGrant {
  grantId: string;
  accountId: string;
  name: string;
  category: string;
  currency: string;
  amountCents: bigint;
  priority?: number;
  effectiveAtMs: number;
  expiresAtMs?: number | undefined;
}

const NAME_LENGTH_MAX = 100;
const PRIORITY_DEFAULT = 50;
const PRIORITY_MAX = 100;
/** Fits what Stripe takes as an amount. */
export const CREDIT_CENTS_MAX = 999_999_999_999n;

/**
 * Idempotent by grant id. `accountCurrency` is that of the account's price book.
 * Errors: INVALID_ARGUMENT naming the field and the rule.
 */
export async function grantCredit(
  billing: Pool,
  accountCurrency: string,
  given: CreditToGrant,
): Promise<CreditGrant> {
  const { priority = PRIORITY_DEFAULT } = given;
  checkAmount(given.amountCents);
  const category = readCategory(given.category);
  if (given.currency !== accountCurrency) {
    throw refused("currency", `must be the account's, ${accountCurrency}`);
  }
  if (given.name.trim() === "" || given.name.length > NAME_LENGTH_MAX) {
    throw refused("name", `must have 1 to ${NAME_LENGTH_MAX} characters`);
  }
  if (!Number.isInteger(priority) || priority < 0 || priority > PRIORITY_MAX) {
    throw refused("priority", `must be a whole number from 0 to ${PRIORITY_MAX}`);
  }
  const { effectiveAtMs, expiresAtMs } = given;
  if (expiresAtMs !== undefined && !(effectiveAtMs < expiresAtMs)) {
    throw refused("expires_at", "must be after effective_at");
  }
  return inTransaction(billing, async (client) => {
    await insertGrant(client, { ...given, category, priority, expiresAtMs });
    return grantOf(await lockGrant(client, given.accountId, given.grantId));
  });
}

/**
 * Adds to or takes from what is left of a grant, by name. Idempotent by entry id.
 * Errors: NOT_FOUND; INVALID_ARGUMENT for more than is left and for a change without a reason.
 */
export async function adjustCredit(
  billing: Pool,
  change: { entryId: string; accountId: string; grantId: string; amountCents: bigint; reason: string },
): Promise<CreditGrant> {
  if (change.reason.trim() === "") throw refused("reason", "must say why the balance changes");
  if (change.amountCents === 0n) throw refused("amount_cents", "must not be 0");
  return inTransaction(billing, async (client) => {
    const grant = grantOf(await lockGrant(client, change.accountId, change.grantId));
    const repeated = await client.query("select 1 from credit_entries where entry_id = $1", [change.entryId]);
    if (repeated.rowCount === 1) return grant;
    if (grant.balanceCents + change.amountCents < 0n) {
      throw refused("amount_cents", `takes more than is left (${grant.balanceCents})`);
    }
    await insertEntry(client, change);
    return grantOf(await lockGrant(client, change.accountId, change.grantId));
  });
}

/** What is left of it pays nothing from now on; what it paid stays paid. Repeating it changes nothing. */
export function voidCredit(
  billing: Pool,
  given: { accountId: string; grantId: string; atMs: number },
): Promise<CreditGrant> {
  return inTransaction(billing, async (client) => {
    grantOf(await lockGrant(client, given.accountId, given.grantId));
    await setVoided(client, given.accountId, given.grantId, given.atMs);
    return grantOf(await lockGrant(client, given.accountId, given.grantId));
  });
}

function grantOf(found: CreditGrant | undefined): CreditGrant {
  if (found !== undefined) return found;
  throw new CloudError("NOT_FOUND", "There is no credit grant with this id.");
}

export function checkAmount(amountCents: bigint): void {
  if (amountCents > 0n && amountCents <= CREDIT_CENTS_MAX) return;
  throw refused("amount_cents", `must be from 1 to ${CREDIT_CENTS_MAX}`);
}

function readCategory(text: string): CreditCategory {
  const category = CREDIT_CATEGORIES.find((each) => each === text);
  if (category !== undefined) return category;
  throw refused("category", `must be one of ${CREDIT_CATEGORIES.join(", ")}`);
}

export function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
