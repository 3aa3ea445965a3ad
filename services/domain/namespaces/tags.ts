// The rules of a namespace's tags.
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";

const TAGS_MAX = 10;
/** Different ones on all namespaces of an account, as Temporal Cloud has it. */
const KEYS_OF_ACCOUNT_MAX = 1_000;
/** Keys and values alike. */
const TEXT = /^[a-z0-9._@-]{1,63}$/;
const FORM = "must be 1 to 63 lower-case letters, digits or any of . _ @ -";

export type Tags = Record<string, string>;

/** Tags after a change, sorted by key. Errors: INVALID_ARGUMENT naming the tag. */
export function changeTags(
  present: Tags,
  change: { upsert: Readonly<Record<string, string>>; remove: readonly string[] },
): Tags {
  const tags = new Map(Object.entries(present));
  for (const key of change.remove) tags.delete(key);
  for (const [key, value] of Object.entries(change.upsert)) {
    const name = JSON.stringify(key.slice(0, 80));
    if (!TEXT.test(key)) throw refused(`the key ${name} ${FORM}`);
    if (!TEXT.test(value)) throw refused(`the value of ${name} ${FORM}`);
    tags.set(key, value);
  }
  if (tags.size > TAGS_MAX) throw refused(`at most ${TAGS_MAX} tags are possible`);
  return Object.fromEntries([...tags].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Under the account's lock; `namespace` is the id of the one that gets the tags. Errors: RESOURCE_EXHAUSTED when the
 * account's namespaces would have too many different keys.
 */
export async function checkTagKeys(
  tx: Transaction,
  { accountId, namespace, tags }: { accountId: string; namespace: string; tags: Tags },
): Promise<void> {
  const keys = Object.keys(tags);
  if (keys.length === 0) return;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select jsonb_object_keys(tags) as key from namespaces where account_id = ${accountId} and id <> ${namespace}
      union select unnest(${keys}::text[])) as keys`;
  if ((row?.count ?? 0) <= KEYS_OF_ACCOUNT_MAX) return;
  throw new CloudError(
    "RESOURCE_EXHAUSTED",
    `The limit of ${KEYS_OF_ACCOUNT_MAX} different tag keys in an account is reached. Remove what is not needed any more.`,
    { field: "tags" },
  );
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `tags: ${reason}.`, { field: "tags" });
}
