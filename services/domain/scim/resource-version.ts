// The version of a resource as an entity tag: what it says decides, so equal resources have equal versions. Pure.
import { createHash } from "node:crypto";
import { CloudError } from "#shared/errors";
import type { ScimObject } from "./scim-refusal.ts";

const DIGEST_LENGTH = 22;

/** `resource` without its meta. */
export function versionOf(resource: ScimObject): string {
  const digest = createHash("sha256").update(JSON.stringify(resource)).digest("base64url");
  return `W/"${digest.slice(0, DIGEST_LENGTH)}"`;
}

/** Errors: FAILED_PRECONDITION when the header If-Match names other versions. */
export function checkVersion(ifMatch: string | undefined, version: string): void {
  if (ifMatch === undefined || namesVersion(ifMatch, version)) return;
  throw new CloudError("FAILED_PRECONDITION", "The resource has changed since you read it. Read it again.");
}

/** Whether the header If-Match or If-None-Match names the version. */
export function namesVersion(header: string, version: string): boolean {
  const names = header.split(",").map((name) => name.trim().replace(/^W\//, ""));
  return names.includes("*") || names.includes(version.replace(/^W\//, ""));
}
