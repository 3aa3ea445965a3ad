// The rules of a namespace's tags.
import { CloudError } from "#shared/errors";

const TAGS_MAX = 10;
const KEY = /^[a-zA-Z0-9._@-]{1,63}$/;
const VALUE = /^[a-zA-Z0-9._@ :/+=-]{0,63}$/;

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
    if (!KEY.test(key)) throw refused(`the key ${name} must be 1 to 63 letters, digits or any of . _ @ -`);
    if (!VALUE.test(value)) throw refused(`the value of ${name} must be at most 63 plain characters`);
    tags.set(key, value);
  }
  if (tags.size > TAGS_MAX) throw refused(`at most ${TAGS_MAX} tags are possible`);
  return Object.fromEntries([...tags].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `tags: ${reason}.`, { field: "tags" });
}
