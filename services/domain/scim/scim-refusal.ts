// What SCIM refuses, with the word of RFC 7644 (section 3.12) for why.
import { CloudError } from "#shared/errors";

export type ScimType =
  | "invalidFilter"
  | "tooMany"
  | "uniqueness"
  | "mutability"
  | "invalidSyntax"
  | "invalidPath"
  | "noTarget"
  | "invalidValue";

export class ScimRefusal extends CloudError {
  readonly scimType: ScimType;

  constructor(scimType: ScimType, detail: string) {
    super(scimType === "uniqueness" ? "ALREADY_EXISTS" : "INVALID_ARGUMENT", detail);
    this.scimType = scimType;
  }
}

/** A JSON object as it came from an identity provider, or as it goes there. */
export type ScimObject = Record<string, unknown>;

export function isObject(value: unknown): value is ScimObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
