// Creates or changes namespaces, with the checks that every way of asking for it shares.
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { NamespaceRow } from "../store/namespace-store.ts";
import { isAttributeType, isReservedAttributeName } from "../visibility/index.ts";
import { forgetInBackground } from "./forget-attributes.ts";
import type { Namespace } from "./namespace.ts";

const NAME_LENGTH_MAX = 1_000;
const RETENTION_DAYS_MAX = 10_000;
const ATTRIBUTES_MAX = 200;
/** Names of before that are kept. */
const FORMER_NAMES_MAX = 1_000;
const RETRY_AFTER_FORGETTING_MS = 500;
export const RETENTION_DAYS_DEFAULT = 3;

export function newNamespaceRow(engine: Engine, name: string): NamespaceRow {
  return {
    namespaceId: engine.ids.uuid(),
    name,
    retentionDays: RETENTION_DAYS_DEFAULT,
    searchAttributes: {},
    formerAttributeNames: {},
    forgottenAttributes: [],
    fairnessKeysIgnored: false,
    data: {},
    generation: 0,
    startsRefused: false,
    description: "",
    ownerEmail: "",
    createdAt: engine.clock.now(),
    deletedAt: undefined,
  };
}

/** Errors: INVALID_ARGUMENT naming what is wrong. */
export async function putNamespace(engine: Engine, row: NamespaceRow): Promise<Namespace> {
  if (row.name === "" || row.name.length > NAME_LENGTH_MAX || hasControl(row.name)) {
    throw refused("A namespace needs a name of 1 to 1000 characters without control characters.", "name");
  }
  if (
    !Number.isInteger(row.retentionDays) ||
    row.retentionDays < 1 ||
    row.retentionDays > RETENTION_DAYS_MAX
  ) {
    throw refused(`Retention must be between 1 and ${String(RETENTION_DAYS_MAX)} days.`, "retentionDays");
  }
  const attributes = Object.entries(row.searchAttributes);
  if (attributes.length > ATTRIBUTES_MAX) {
    throw refused(
      `A namespace has at most ${String(ATTRIBUTES_MAX)} custom search attributes.`,
      "searchAttributes",
    );
  }
  if (Object.keys(row.formerAttributeNames).length > FORMER_NAMES_MAX) {
    throw refused("The namespace has too many former names of search attributes.", "formerAttributeNames");
  }
  for (const [name, type] of attributes) {
    if (isReservedAttributeName(name))
      throw refused(`Search attribute ${name} is reserved by system.`, "searchAttributes");
    if (!isAttributeType(type))
      throw refused(`Search attribute ${name} has no type ${type}.`, "searchAttributes");
  }
  const forgottenAttributes = forgottenBy(row, engine.namespaces.byId(row.namespaceId)?.row);
  const namespace = await engine.namespaces.put(engine.journal, { ...row, forgottenAttributes });
  forgetInBackground(engine, namespace);
  return namespace;
}

/** What was to be forgotten, and what no name leads to any more. Errors: UNAVAILABLE for a name that comes back too soon. */
function forgottenBy(row: NamespaceRow, before: NamespaceRow | undefined): string[] {
  const known = new Set(storedNames(row));
  const pending = before?.forgottenAttributes ?? [];
  const early = pending.find((name) => known.has(name));
  if (early !== undefined) {
    throw new CloudError(
      "UNAVAILABLE",
      `Values of the deleted search attribute ${early} are still being forgotten. Try again shortly.`,
      { field: "searchAttributes", retryAfterMs: RETRY_AFTER_FORGETTING_MS },
    );
  }
  const gone = before === undefined ? [] : storedNames(before).filter((name) => !known.has(name));
  return [...new Set([...pending, ...gone])];
}

/** Names under which values are stored. */
function storedNames(row: NamespaceRow): string[] {
  return [...Object.keys(row.searchAttributes), ...Object.keys(row.formerAttributeNames)];
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\u007f");
}

function refused(message: string, field: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field });
}
