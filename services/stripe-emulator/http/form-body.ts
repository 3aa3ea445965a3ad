// Stripe's parameter encoding: a[b][0]=c as nested objects and lists. Hostile names become ordinary keys or are refused.
import { invalidRequest } from "../stripe-error.ts";

export type FormValue = string | FormValue[] | FormObject;
export interface FormObject {
  [name: string]: FormValue;
}

const FIELDS_MAX = 2_000;
const DEPTH_MAX = 8;

export function parseForm(text: string): FormObject {
  const root = newObject();
  let fields = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    fields += 1;
    if (fields > FIELDS_MAX) throw invalidRequest("The request has too many parameters.");
    assign(root, pathOf(name), value);
  }
  return listsIn(root) as FormObject;
}

function pathOf(name: string): string[] {
  const head = /^[^[\]]+/.exec(name)?.[0];
  const rest = name.slice(head?.length ?? 0);
  if (head === undefined || !/^(\[[^[\]]*\])*$/.test(rest)) {
    throw invalidRequest(`Invalid parameter name: ${name.slice(0, 100)}`);
  }
  const path = [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "")];
  if (path.length > DEPTH_MAX) throw invalidRequest("A parameter is nested too deeply.");
  return path;
}

function assign(root: FormObject, path: readonly string[], value: string): void {
  let target = root;
  path.forEach((part, depth) => {
    const key = part === "" ? String(Object.keys(target).length) : part;
    if (depth === path.length - 1) {
      target[key] = value;
      return;
    }
    const next = target[key];
    const inner = typeof next === "object" && !Array.isArray(next) ? next : newObject();
    target[key] = inner;
    target = inner;
  });
}

/** Without a prototype, so that no parameter name means anything to the language. */
function newObject(): FormObject {
  return Object.create(null) as FormObject;
}

/** Objects whose names are 0, 1, 2 ... are lists. */
function listsIn(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name, index) => name === String(index))) {
    return names.map((name) => listsIn(value[name] ?? ""));
  }
  const result = newObject();
  for (const name of names) result[name] = listsIn(value[name] ?? "");
  return result;
}

/** The JSON body of the second API in the first one's encoding. Errors: for a body that is not an object. */
export function formOf(json: string): string {
  const form = new URLSearchParams();
  const add = (name: string, value: unknown): void => {
    if (value === null || value === undefined) return;
    if (typeof value !== "object") form.append(name, String(value as string | number | boolean));
    else for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner);
  };
  try {
    for (const [name, value] of Object.entries(JSON.parse(json) as object)) add(name, value);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
    throw invalidRequest("The request body is not a JSON object.");
  }
  return form.toString();
}
