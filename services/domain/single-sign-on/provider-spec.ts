// What an account says of its OpenID Connect provider: from the public message, with its rules. Pure.
import type { cloudV1 } from "#contracts";
import type { AccountRole } from "#domain/roles";
import { CloudError, toCloudError } from "#shared/errors";
import { checkOutboundUrl, type OutboundPolicy } from "#shared/outbound-http";

export interface ProviderSpec {
  issuer: string;
  clientId: string;
  emailDomains: string[];
  emailClaim: string;
  assumeEmailVerified: boolean;
  /** Empty when groups are not asked for. */
  groupsClaim: string;
  allowedGroups: string[];
  provisionsUsers: boolean;
  defaultRole: AccountRole;
  ssoRequired: boolean;
  breakGlassUserIds: string[];
}

const ROLES = ["none", "metrics_read", "read", "developer"] as const satisfies readonly AccountRole[];
const CLIENT_ID_LENGTH_MAX = 256;
const CLAIM_LENGTH_MAX = 200;
const DOMAINS_MAX = 50;
const GROUPS_MAX = 100;
const GROUP_LENGTH_MAX = 256;
const BREAK_GLASS_MAX = 5;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Errors: INVALID_ARGUMENT naming the field and its rule. */
export function readProviderSpec(spec: cloudV1.IIdentityProviderSpec, policy: OutboundPolicy): ProviderSpec {
  const emailDomains = distinct(spec.emailDomains).map((domain) => domain.toLowerCase());
  const isDomains = emailDomains.length >= 1 && emailDomains.length <= DOMAINS_MAX;
  check(isDomains && emailDomains.every((one) => DOMAIN.test(one)), "emailDomains", DOMAINS_RULE);
  const allowedGroups = distinct(spec.allowedGroups);
  const isGroups =
    allowedGroups.length <= GROUPS_MAX && allowedGroups.every((one) => isText(one, GROUP_LENGTH_MAX));
  check(
    isGroups,
    "allowedGroups",
    `must be at most ${GROUPS_MAX}, each of 1 to ${GROUP_LENGTH_MAX} characters`,
  );
  const groupsClaim = claim(spec.groupsClaim, "groupsClaim", "");
  check((groupsClaim === "") === (allowedGroups.length === 0), "groupsClaim", "goes with allowed_groups");
  const defaultRole = ROLES.find((role) => role === ((spec.defaultRole ?? "") || "none"));
  if (defaultRole === undefined) throw refused("defaultRole", `must be one of ${ROLES.join(", ")}`);
  const breakGlassUserIds = distinct(spec.breakGlassUserIds);
  const ssoRequired = spec.ssoRequired ?? false;
  check(
    breakGlassUserIds.length <= BREAK_GLASS_MAX,
    "breakGlassUserIds",
    `must be at most ${BREAK_GLASS_MAX}`,
  );
  check(!ssoRequired || breakGlassUserIds.length > 0, "breakGlassUserIds", BREAK_GLASS_RULE);
  check(
    isText(spec.clientId ?? "", CLIENT_ID_LENGTH_MAX),
    "clientId",
    "must be the client's id at the provider",
  );
  return {
    ...{ issuer: readIssuer(spec.issuer ?? "", policy), clientId: spec.clientId ?? "", emailDomains },
    emailClaim: claim(spec.emailClaim, "emailClaim", "email"),
    assumeEmailVerified: spec.assumeEmailVerified ?? false,
    ...{ groupsClaim, allowedGroups, defaultRole, ssoRequired, breakGlassUserIds },
    provisionsUsers: spec.provisionsUsers ?? false,
  };
}

const DOMAINS_RULE = `must be 1 to ${DOMAINS_MAX} domains like example.com`;
const BREAK_GLASS_RULE = "name an owner with a password, who comes in when the provider is away";

function readIssuer(text: string, policy: OutboundPolicy): string {
  try {
    const { search, hash } = checkOutboundUrl(text, policy);
    check(search === "" && hash === "", "issuer", "must have neither a query nor a fragment");
    return text;
  } catch (error) {
    throw refused("issuer", toCloudError(error).publicMessage.replace(/\.$/, ""));
  }
}

function claim(given: string | null | undefined, field: string, otherwise: string): string {
  const name = given ?? "";
  if (name === "") return otherwise;
  check(isText(name, CLAIM_LENGTH_MAX), field, `must have 1 to ${CLAIM_LENGTH_MAX} printable characters`);
  return name;
}

function distinct(texts: string[] | null | undefined): string[] {
  return [...new Set((texts ?? []).map((text) => text.trim()))];
}

function isText(text: string, max: number): boolean {
  return text !== "" && text.length <= max && !/\p{Cc}/u.test(text);
}

function check(isRight: boolean, field: string, rule: string): void {
  if (!isRight) throw refused(field, rule);
}

export function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.${field}: ${rule}.`, { field: `spec.${field}` });
}
