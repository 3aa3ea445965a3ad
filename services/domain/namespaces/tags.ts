// The rules of a namespace's tags.
import { CloudError } from "#shared/errors";

const TAGS_MAX = 10;
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

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `tags: ${reason}.`, { field: "tags" });
}
