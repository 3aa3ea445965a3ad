// Reads the parameters of one request by name and type, remembers which were read, and refuses the ones nobody asked for,
// as Stripe does.
import { invalidRequest } from "../stripe-error.ts";
import type { FormObject, FormValue } from "./form-body.ts";

export class Params {
  readonly #values: FormObject;
  readonly #path: string;
  readonly #read = new Set<string>(["expand"]);
  readonly #inner: Params[] = [];

  constructor(values: FormObject, path = "") {
    this.#values = values;
    this.#path = path;
  }

  has(name: string): boolean {
    return name in this.#values;
  }

  string(name: string): string | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    if (typeof value !== "string")
      throw invalidRequest(`Invalid string: ${this.#name(name)}`, { param: this.#name(name) });
    return value;
  }

  required(name: string): string {
    const value = this.string(name);
    if (value === undefined || value === "") {
      throw invalidRequest(`Missing required param: ${this.#name(name)}.`, {
        code: "parameter_missing",
        param: this.#name(name),
      });
    }
    return value;
  }

  integer(name: string): number | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(value)) {
      throw invalidRequest(`Invalid integer: ${value}`, {
        code: "parameter_invalid_integer",
        param: this.#name(name),
      });
    }
    return Number(value);
  }

  /** An amount in minor units with up to 12 decimals. */
  decimal(name: string): string | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    if (!/^\d{1,15}(\.\d{1,12})?$/.test(value)) {
      throw invalidRequest(`Invalid decimal: ${value}`, { param: this.#name(name) });
    }
    return value;
  }

  boolean(name: string): boolean | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    if (value !== "true" && value !== "false") {
      throw invalidRequest(`Invalid boolean: ${value}`, { param: this.#name(name) });
    }
    return value === "true";
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const found = values.find((each) => each === value);
    if (found === undefined) {
      throw invalidRequest(`Invalid ${this.#name(name)}: must be one of ${values.join(", ")}`, {
        param: this.#name(name),
      });
    }
    return found;
  }

  /** A nested object; an empty one when it is missing. */
  object(name: string): Params {
    const value = this.#take(name);
    const isObject = typeof value === "object" && !Array.isArray(value);
    if (value !== undefined && value !== "" && !isObject) {
      throw invalidRequest(`Invalid object: ${this.#name(name)}`, { param: this.#name(name) });
    }
    return this.#nest(isObject ? value : {}, name);
  }

  objects(name: string): Params[] {
    const value = this.#take(name);
    if (value === undefined) return [];
    if (!Array.isArray(value))
      throw invalidRequest(`Invalid array: ${this.#name(name)}`, { param: this.#name(name) });
    return value.map((each, index) =>
      this.#nest(typeof each === "object" && !Array.isArray(each) ? each : {}, `${name}[${index}]`),
    );
  }

  strings(name: string): string[] | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value))
      throw invalidRequest(`Invalid array: ${this.#name(name)}`, { param: this.#name(name) });
    return value.map(String);
  }

  /** A nested map of names to texts. */
  map(name: string): Record<string, string> {
    const value = this.#take(name);
    if (value === undefined) return {};
    if (typeof value !== "object" || Array.isArray(value)) {
      throw invalidRequest(`Invalid hash: ${this.#name(name)}`, { param: this.#name(name) });
    }
    return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
  }

  /** `metadata` merged over what is there: an empty value removes its key, an empty metadata removes all. */
  metadata(before: Readonly<Record<string, string>> = {}): Record<string, string> {
    const value = this.#take("metadata");
    if (value === undefined) return { ...before };
    if (value === "") return {};
    if (typeof value !== "object" || Array.isArray(value)) throw invalidRequest("Invalid hash: metadata");
    const merged = { ...before };
    for (const [key, text] of Object.entries(value)) {
      if (text === "") delete merged[key];
      else merged[key] = String(text);
    }
    return merged;
  }

  /** Reads a name without using it. */
  accept(...names: string[]): void {
    for (const name of names) this.#read.add(name);
  }

  expand(): string[] {
    const value = this.#values["expand"];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** Errors: parameter_unknown for the first name that nobody read. */
  refuseUnread(): void {
    for (const name of Object.keys(this.#values)) {
      if (!this.#read.has(name)) {
        throw invalidRequest(`Received unknown parameter: ${this.#name(name)}`, {
          code: "parameter_unknown",
          param: this.#name(name),
        });
      }
    }
    for (const inner of this.#inner) inner.refuseUnread();
  }

  #take(name: string): FormValue | undefined {
    this.#read.add(name);
    return this.#values[name];
  }

  #nest(values: FormObject, name: string): Params {
    const inner = new Params(values, this.#name(name));
    this.#inner.push(inner);
    return inner;
  }

  #name(name: string): string {
    return this.#path === "" ? name : `${this.#path}[${name}]`;
  }
}
