// Applies the operations of a PATCH (RFC 7644, section 3.5.2) to a resource, in the forms that Okta and Entra ID send
// as well: operations in capitals, keys with dots, removals that name their elements by value. Pure.
import { keyOf, readAttributePath, valueOf } from "./attribute-path.ts";
import { matchesElement } from "./match-filter.ts";
import { parsePatchPath, type Filter, type PatchPath } from "./parse-filter.ts";
import { isObject, ScimRefusal, type ScimObject } from "./scim-refusal.ts";

export const PATCH_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const OPERATIONS_MAX = 200;

interface PatchOperation {
  op: "add" | "replace" | "remove";
  path: string | undefined;
  value: unknown;
}

/** The resource as it is afterwards; the one given stays as it is. Errors: ScimRefusal. */
export function applyPatch(resource: ScimObject, body: ScimObject): ScimObject {
  const patched = structuredClone(resource);
  for (const operation of readOperations(body)) {
    const { op, path, value } = operation;
    if (path !== undefined && path !== "") applyAt(patched, op, parsePatchPath(path), value);
    else if (op === "remove") throw new ScimRefusal("noTarget", "A removal needs a path.");
    else if (!isObject(value))
      throw new ScimRefusal("invalidValue", "Without a path, value must be an object.");
    else applyKeys(patched, op, value);
  }
  return patched;
}

function readOperations(body: ScimObject): PatchOperation[] {
  const operations = valueOf(body, "Operations");
  if (!Array.isArray(operations) || operations.length === 0)
    throw new ScimRefusal("invalidSyntax", "A PATCH has a list of Operations.");
  if (operations.length > OPERATIONS_MAX)
    throw new ScimRefusal("tooMany", `A PATCH has at most ${OPERATIONS_MAX} operations.`);
  return operations.map((operation: unknown) => {
    const fields = isObject(operation) ? operation : {};
    const op = String(valueOf(fields, "op")).toLowerCase();
    const path = valueOf(fields, "path");
    if (op !== "add" && op !== "replace" && op !== "remove")
      throw new ScimRefusal("invalidSyntax", "op must be add, replace or remove.");
    if (path !== undefined && path !== null && typeof path !== "string")
      throw new ScimRefusal("invalidPath", "path must be text.");
    return { op, path: path ?? undefined, value: valueOf(fields, "value") };
  });
}

/** Entra ID sends {"name.givenName": "Ada"} without a path. Extensions that are not known here are left out. */
function applyKeys(target: ScimObject, op: PatchOperation["op"], value: ScimObject): void {
  for (const [key, one] of Object.entries(value)) {
    const path = readAttributePath(key);
    if (path !== undefined) applyAt(target, op, path, one);
  }
}

function applyAt(target: ScimObject, op: PatchOperation["op"], path: PatchPath, value: unknown): void {
  const key = keyOf(target, path.attribute);
  if (path.filter !== undefined) return applyToElements(target, op, { ...path, filter: path.filter }, value);
  if (path.sub !== undefined) {
    const parent = target[key];
    if (Array.isArray(parent)) {
      for (const element of parent)
        if (isObject(element)) applyAt(element, op, { attribute: path.sub }, value);
      return;
    }
    const inner = isObject(parent) ? parent : {};
    applyAt(inner, op, { attribute: path.sub }, value);
    target[key] = inner;
    return;
  }
  if (op === "remove") remove(target, key, value);
  else if (op === "add" && Array.isArray(target[key])) target[key] = union(target[key], value);
  else if (isObject(target[key]) && isObject(value)) target[key] = { ...target[key], ...value };
  else target[key] = value;
}

/** Entra ID removes members as {"op": "Remove", "path": "members", "value": [{"value": "1"}]}. */
function remove(target: ScimObject, key: string, value: unknown): void {
  const present = target[key];
  const isNamed = value !== undefined && value !== null;
  if (!Array.isArray(present) || !isNamed) {
    delete target[key];
    return;
  }
  const gone = new Set((Array.isArray(value) ? (value as unknown[]) : [value]).map(identityOf));
  target[key] = present.filter((element) => !gone.has(identityOf(element)));
}

function union(present: unknown[], value: unknown): unknown[] {
  const added = Array.isArray(value) ? (value as unknown[]) : [value];
  const known = new Set(present.map(identityOf));
  return [...present, ...added.filter((element) => !known.has(identityOf(element)))];
}

/** Elements are the same when their value and, where they have one, their type are. */
function identityOf(element: unknown): string {
  if (!isObject(element)) return JSON.stringify(element);
  return JSON.stringify([valueOf(element, "value") ?? element, valueOf(element, "type") ?? ""]);
}

function applyToElements(
  target: ScimObject,
  op: PatchOperation["op"],
  path: PatchPath & { filter: Filter },
  value: unknown,
): void {
  const key = keyOf(target, path.attribute);
  const present = Array.isArray(target[key]) ? (target[key] as unknown[]) : [];
  const fits = (element: unknown): boolean => matchesElement(path.filter, element);
  if (op === "remove") {
    if (path.sub === undefined) target[key] = present.filter((element) => !fits(element));
    else
      for (const element of present)
        if (isObject(element) && fits(element)) delete element[keyOf(element, path.sub)];
    return;
  }
  const chosen = present.filter(fits);
  // Entra ID sets emails[type eq "work"].value of users that have no such element yet.
  if (chosen.length === 0) chosen.push(elementOf(path.filter));
  const others = present.filter((element) => !fits(element));
  const changed = chosen.map((element) => {
    const whole = isObject(element) ? element : { value: element };
    if (path.sub !== undefined) return { ...whole, [keyOf(whole, path.sub)]: value };
    return isObject(value) ? { ...whole, ...value } : value;
  });
  target[key] = [...others, ...changed];
}

/** A new element that fits the filter. Errors: ScimRefusal noTarget when the filter says more than equalities. */
function elementOf(filter: Filter): ScimObject {
  if (filter.kind === "and") return { ...elementOf(filter.left), ...elementOf(filter.right) };
  if (filter.kind === "compare" && filter.operator === "eq" && filter.path.sub === undefined)
    return { [filter.path.attribute]: filter.value };
  throw new ScimRefusal("noTarget", "No element fits the filter of the path.");
}
