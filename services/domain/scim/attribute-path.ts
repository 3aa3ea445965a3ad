// Names of SCIM attributes: compared without case, with or without the URN of their schema in front. Pure.
import { isObject, type ScimObject } from "./scim-refusal.ts";

export const USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
export const GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";
export const ENTERPRISE_SCHEMA = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

export interface AttributePath {
  attribute: string;
  sub?: string;
}

const NAME = /^[a-z$][\w$-]*$/i;

/** "name.familyName" and "urn:...:User:userName"; undefined for what is no name of an attribute. */
export function readAttributePath(text: string): AttributePath | undefined {
  const lower = text.toLowerCase();
  const enterprise = ENTERPRISE_SCHEMA.toLowerCase();
  if (lower === enterprise) return { attribute: ENTERPRISE_SCHEMA };
  if (lower.startsWith(`${enterprise}:`)) {
    const sub = text.slice(enterprise.length + 1).split(".")[0] ?? "";
    return NAME.test(sub) ? { attribute: ENTERPRISE_SCHEMA, sub } : undefined;
  }
  const core = [USER_SCHEMA, GROUP_SCHEMA].find((schema) => lower.startsWith(`${schema.toLowerCase()}:`));
  const [attribute = "", sub, ...more] = (core === undefined ? text : text.slice(core.length + 1)).split(".");
  const isName = NAME.test(attribute) && (sub === undefined || NAME.test(sub)) && more.length === 0;
  if (!isName) return undefined;
  return sub === undefined ? { attribute } : { attribute, sub };
}

/** The key under which an object has the attribute, or the name itself when it has none such. */
export function keyOf(object: ScimObject, name: string): string {
  if (Object.hasOwn(object, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(object).find((key) => key.toLowerCase() === lower) ?? name;
}

export function valueOf(object: ScimObject, name: string): unknown {
  const key = keyOf(object, name);
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The values that a path leads to: one, those of all elements, or none. Elements without a sub stand for `value`. */
export function valuesAt(object: ScimObject, path: AttributePath): unknown[] {
  const value = valueOf(object, path.attribute);
  const elements = Array.isArray(value) ? (value as unknown[]) : [value];
  return elements
    .map((element) => (isObject(element) ? valueOf(element, path.sub ?? "value") : element))
    .filter((found) => found !== undefined && found !== null);
}
