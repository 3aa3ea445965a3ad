// How the fields of stored states are described: a type and a number, of which neither ever changes once it was used.
import { root } from "#contracts";

export interface StoredField {
  type: string;
  id: number;
  rule?: "repeated";
  keyType?: string;
}

type Fields = Readonly<Record<string, StoredField>>;

const NAMESPACE = "cellplane.cell.state.v1";

export const one = (type: string, id: number): StoredField => ({ type, id });
export const many = (type: string, id: number): StoredField => ({ type, id, rule: "repeated" });
export const map = (type: string, id: number): StoredField => ({ type, id, keyType: "string" });

export const text = (id: number): StoredField => one("string", id);
export const count = (id: number): StoredField => one("uint32", id);
export const event = (id: number): StoredField => one("sint32", id);
export const time = (id: number): StoredField => one("double", id);
export const flag = (id: number): StoredField => one("bool", id);
export const bytes = (id: number): StoredField => one("bytes", id);

export const PRIORITY = ".temporal.api.common.v1.Priority";

/** Of everything that is a Delivery, beside its own fields. */
export const delivery = {
  attempt: count(100),
  isBackingOff: flag(101),
  nextAttemptAt: time(102),
  lastAttemptClosedAt: time(103),
  lastFailure: bytes(104),
};

/** Adds the messages to the process's one descriptor root, once. The full name of the one called `name`. */
export function defineStored(name: string, messages: Readonly<Record<string, Fields>>): string {
  const namespace = root.define(NAMESPACE);
  if (namespace.get(name) === null) {
    const nested = Object.fromEntries(Object.entries(messages).map(([key, fields]) => [key, { fields }]));
    namespace.addJSON(nested);
  }
  return `${NAMESPACE}.${name}`;
}

/** Bytes that are not set are read as empty ones. A message that is empty says nothing: it is as good as none. */
export function filled(encoded: Uint8Array | null | undefined): Uint8Array | undefined {
  return encoded == null || encoded.length === 0 ? undefined : encoded;
}
