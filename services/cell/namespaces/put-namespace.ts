// Creates or changes namespaces, with the checks that every way of asking for it shares.
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { NamespaceRow } from "../store/namespace-store.ts";
import { isAttributeType, isReservedAttributeName } from "../visibility/index.ts";
import type { Namespace } from "./namespace.ts";

const NAME_LENGTH_MAX = 1_000;
const RETENTION_DAYS_MAX = 10_000;
const ATTRIBUTES_MAX = 200;
export const RETENTION_DAYS_DEFAULT = 3;

export function newNamespaceRow(engine: Engine, name: string): NamespaceRow {
  return {
    namespaceId: engine.ids.uuid(),
    name,
    retentionDays: RETENTION_DAYS_DEFAULT,
    searchAttributes: {},
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
  for (const [name, type] of attributes) {
    if (isReservedAttributeName(name))
      throw refused(`Search attribute ${name} is reserved by system.`, "searchAttributes");
    if (!isAttributeType(type))
      throw refused(`Search attribute ${name} has no type ${type}.`, "searchAttributes");
  }
  return engine.namespaces.put(engine.journal, row);
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\u007f");
}

function refused(message: string, field: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field });
}
