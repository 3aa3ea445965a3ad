// Commitments: money promised and paid ahead for one to three years. It is a paid grant that ends with the commitment;
// a renewal takes over what was left, by the rule of `rollOver`, once.
import { rollOver } from "#billing/rating";
import { CloudError } from "#shared/errors";
import { inTransaction, type Pool, type Queryable } from "#shared/postgres";
import { insertEntry, insertGrant, lockGrant } from "./credits-store.ts";
import { checkAmount, refused } from "./grant-credit.ts";

export interface CommitmentToMake {
  commitmentId: string;
  accountId: string;
  currency: string;
  amountCents: bigint;
  startsAtMs: number;
  years: number;
  /** The commitment that this one renews. */
  renews?: string | undefined;
}

export interface Commitment {
  commitmentId: string;
  grantId: string;
  amountCents: bigint;
  endsAtMs: number;
  rolledOverCents: bigint;
}

const YEARS_MAX = 3;
/** Committed money is used after what was given away. */
const PRIORITY = 60;

/** Idempotent by commitment id. Errors: INVALID_ARGUMENT naming the field; NOT_FOUND for an unknown renewal. */
export async function makeCommitment(
  billing: Pool,
  accountCurrency: string,
  given: CommitmentToMake,
): Promise<Commitment> {
  checkAmount(given.amountCents);
  if (given.currency !== accountCurrency)
    throw refused("currency", `must be the account's, ${accountCurrency}`);
  if (!Number.isInteger(given.years) || given.years < 1 || given.years > YEARS_MAX) {
    throw refused("years", `must be a whole number from 1 to ${YEARS_MAX}`);
  }
  const start = new Date(given.startsAtMs);
  const endsAtMs = start.setUTCFullYear(start.getUTCFullYear() + given.years);
  return inTransaction(billing, async (client) => {
    const purchasedCents = given.renews === undefined ? 0n : await lockRenewed(client, given, given.renews);
    const grantId = `commit-${given.commitmentId}`;
    await insertGrant(client, grantOf(given, { grantId, amountCents: given.amountCents, endsAtMs }));
    const { rowCount } = await client.query(
      `insert into commitments (commitment_id, account_id, currency, amount_cents, starts_at, ends_at, grant_id, renews)
       values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000), $7, $8)
       on conflict (commitment_id) do nothing`,
      [
        given.commitmentId,
        given.accountId,
        given.currency,
        given.amountCents,
        given.startsAtMs,
        endsAtMs,
        grantId,
        given.renews ?? null,
      ],
    );
    if (rowCount === 1 && given.renews !== undefined) {
      await takeOver(client, given, { endsAtMs, purchasedCents });
    }
    const rolled = await lockGrant(client, given.accountId, rolloverIdOf(given));
    return {
      commitmentId: given.commitmentId,
      grantId,
      amountCents: given.amountCents,
      endsAtMs,
      rolledOverCents: rolled?.amountCents ?? 0n,
    };
  });
}

/** What the renewed commitment bought. Errors: NOT_FOUND; FAILED_PRECONDITION when another one renewed it already. */
async function lockRenewed(client: Queryable, given: CommitmentToMake, renews: string): Promise<bigint> {
  const { rows } = await client.query<{ amount_cents: string }>(
    "select amount_cents from commitments where account_id = $1 and commitment_id = $2 for update",
    [given.accountId, renews],
  );
  const purchased = rows[0];
  if (purchased === undefined) {
    throw new CloudError("NOT_FOUND", "There is no commitment with the id in renews.");
  }
  const renewal = await client.query("select 1 from commitments where renews = $1 and commitment_id <> $2", [
    renews,
    given.commitmentId,
  ]);
  if ((renewal.rowCount ?? 0) === 0) return BigInt(purchased.amount_cents);
  throw new CloudError("FAILED_PRECONDITION", "This commitment was renewed already. Renew the newer one.");
}

/** Moves what is left of the renewed commitment's grant, and of what it had taken over itself, to a new grant. */
async function takeOver(
  client: Queryable,
  given: CommitmentToMake,
  to: { endsAtMs: number; purchasedCents: bigint },
): Promise<void> {
  const { accountId, renews = "" } = given;
  const sources = [
    await lockGrant(client, accountId, `commit-${renews}`),
    await lockGrant(client, accountId, rolloverIdOf({ commitmentId: renews })),
  ].filter((grant) => grant !== undefined);
  const leftCents = sources.reduce((sum, { balanceCents }) => sum + balanceCents, 0n);
  const amountCents = rollOver({ purchasedCents: to.purchasedCents, leftCents }, given.amountCents);
  for (const { grantId, balanceCents } of sources) {
    if (balanceCents === 0n) continue;
    await insertEntry(client, {
      entryId: `${given.commitmentId}/${grantId}`,
      grantId,
      amountCents: -balanceCents,
      reason: `renewed by ${given.commitmentId}`,
    });
  }
  if (amountCents > 0n) {
    await insertGrant(
      client,
      grantOf(given, { grantId: rolloverIdOf(given), amountCents, endsAtMs: to.endsAtMs }),
    );
  }
}

function rolloverIdOf({ commitmentId }: { commitmentId: string }): string {
  return `rollover-${commitmentId}`;
}

function grantOf(
  given: CommitmentToMake,
  { grantId, amountCents, endsAtMs }: { grantId: string; amountCents: bigint; endsAtMs: number },
) {
  return {
    grantId,
    accountId: given.accountId,
    name: grantId.startsWith("rollover") ? "Rolled-over commitment" : "Commitment",
    category: "paid" as const,
    currency: given.currency,
    amountCents,
    priority: PRIORITY,
    effectiveAtMs: given.startsAtMs,
    expiresAtMs: endsAtMs,
  };
}
