// Credits of all accounts of which there may be something to tell: that end soon, or of which some was used of late.
import type { Queryable } from "#shared/postgres";
import { SELECT_GRANTS, toGrant, type CreditGrant, type GrantRow } from "./credits-store.ts";

const GRANTS_PER_ROUND_MAX = 10_000;

export interface GrantToTell {
  grant: CreditGrant;
  email: string;
}

export async function listGrantsToTell(client: Queryable, nowMs: number): Promise<GrantToTell[]> {
  const { rows } = await client.query<GrantRow & { email: string }>(
    `select g.*, c.email from (${SELECT_GRANTS}) g join customers c using (account_id)
     where g.voided_at is null and g.effective_at <= to_timestamp($1::float8 / 1000)
       and (g.expires_at is null or g.expires_at > to_timestamp($1::float8 / 1000))
       and (g.expires_at <= to_timestamp($1::float8 / 1000) + interval '30 days'
         or exists (select 1 from credit_entries e
           where e.grant_id = g.grant_id and e.created_at > to_timestamp($1::float8 / 1000) - interval '7 days'))
     order by g.grant_id limit ${GRANTS_PER_ROUND_MAX}`,
    [nowMs],
  );
  return rows.map((row) => ({ grant: toGrant(row), email: row.email }));
}
