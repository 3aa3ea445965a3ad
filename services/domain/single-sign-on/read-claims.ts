// Who the provider says somebody is, and whether the account lets such people in. Pure.
import { readEmail } from "#domain/users";
import { CloudError } from "#shared/errors";
import type { ProviderSpec } from "./provider-spec.ts";

export interface Person {
  subject: string;
  email: string;
}

const SUBJECT_LENGTH_MAX = 500;

/** `claims` are those of the id token and, where these lack the address, of the user info. Errors: PERMISSION_DENIED. */
export function readPerson(claims: Readonly<Record<string, unknown>>, spec: ProviderSpec): Person {
  const subject = claims["sub"];
  if (typeof subject !== "string" || subject === "" || subject.length > SUBJECT_LENGTH_MAX)
    throw refusal("The identity provider does not say who you are.");
  const email = emailIn(claims, spec);
  const allowed = new Set<unknown>(spec.allowedGroups);
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (!spec.emailDomains.includes(domain))
    throw refusal(`Addresses of ${domain} do not come in by this identity provider.`);
  if (spec.groupsClaim !== "" && !groupsIn(claims[spec.groupsClaim]).some((one) => allowed.has(one)))
    throw refusal("You are in none of the groups that may come in.");
  return { subject, email };
}

function emailIn(claims: Readonly<Record<string, unknown>>, spec: ProviderSpec): string {
  const claim = claims[spec.emailClaim];
  if (typeof claim !== "string" || claim === "")
    throw refusal(`The identity provider does not tell your address (claim ${spec.emailClaim}).`);
  if (!spec.assumeEmailVerified && claims["email_verified"] !== true)
    throw refusal("The identity provider does not say that your address is verified.");
  try {
    return readEmail(claim);
  } catch {
    throw refusal("The identity provider's claim is no address.");
  }
}

function groupsIn(claim: unknown): unknown[] {
  return Array.isArray(claim) ? (claim as unknown[]) : [claim];
}

export function refusal(why: string): CloudError {
  return new CloudError("PERMISSION_DENIED", `${why} Ask an administrator of your account.`);
}
