// A namespace of the cell, as every other part reads it. Changed only by namespaces/namespaces.ts.
import type { AttributeDefinitions, AttributeType } from "../visibility/index.ts";
import type { NamespaceRow } from "../store/namespace-store.ts";

export class Namespace {
  row: NamespaceRow;
  /** Custom search attributes by name. */
  attributes: AttributeDefinitions;

  constructor(row: NamespaceRow) {
    this.row = row;
    this.attributes = definitionsOf(row);
  }

  get id(): string {
    return this.row.namespaceId;
  }

  get name(): string {
    return this.row.name;
  }

  get retentionDays(): number {
    return this.row.retentionDays;
  }

  replace(row: NamespaceRow): void {
    this.row = row;
    this.attributes = definitionsOf(row);
  }
}

function definitionsOf(row: NamespaceRow): AttributeDefinitions {
  // Types are checked when a row is made.
  const types = new Map(Object.entries(row.searchAttributes) as [string, AttributeType][]);
  return Object.assign(types, { formerNames: new Map(Object.entries(row.formerAttributeNames)) });
}
