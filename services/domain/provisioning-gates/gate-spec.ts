// What a gate is: the directory, who asks there, how people are found, and the groups whose members pass. Pure.
import { X509Certificate } from "node:crypto";
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";

export interface GateSpec {
  url: string;
  startTls: boolean;
  /** Empty for the public authorities. */
  caPem: string;
  bindDn: string;
  userBaseDn: string;
  /** "{email}" stands for the person's address, escaped. */
  userFilter: string;
  groupBaseDn: string;
  groupDns: string[];
  nested: boolean;
  exemptsServiceAccounts: boolean;
}

export const EMAIL_VARIABLE = "{email}";
const FILTER_DEFAULT = `(mail=${EMAIL_VARIABLE})`;
const URL_LENGTH_MAX = 500;
const DN_LENGTH_MAX = 1_000;
const FILTER_LENGTH_MAX = 1_000;
const CA_LENGTH_MAX = 32 * 1024;
const GROUPS_MAX = 20;
const DN = /^[a-z][a-z0-9.-]*\s*=.+$/i;

/** Errors: INVALID_ARGUMENT naming the field and its rule. */
export function readGateSpec(spec: cloudV1.IProvisioningGateSpec): GateSpec {
  const startTls = spec.startTls ?? false;
  const userFilter = (spec.userFilter ?? "") || FILTER_DEFAULT;
  check(isFilter(userFilter), "userFilter", `must be an LDAP filter with ${EMAIL_VARIABLE} in it`);
  const groupDns = [...new Set(spec.groupDns ?? [])];
  const isGroups = groupDns.length >= 1 && groupDns.length <= GROUPS_MAX && groupDns.every(isDn);
  check(isGroups, "groupDns", `must be 1 to ${GROUPS_MAX} distinguished names`);
  return {
    ...{ url: readUrl(spec.url ?? "", startTls), startTls, caPem: readCa(spec.caPem ?? "") },
    bindDn: readDn(spec.bindDn, "bindDn"),
    userBaseDn: readDn(spec.userBaseDn, "userBaseDn"),
    userFilter,
    groupBaseDn: readDn(spec.groupBaseDn, "groupBaseDn"),
    groupDns,
    nested: spec.nested ?? false,
    exemptsServiceAccounts: spec.exemptsServiceAccounts ?? false,
  };
}

/** Nothing is ever asked in clear: the password of who asks would be read on the way. */
function readUrl(text: string, startTls: boolean): string {
  const url = text.length <= URL_LENGTH_MAX && URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.username === "" && url.password === "" && ["", "/"].includes(url.pathname);
  check(
    isPlain && url.search === "" && url.hash === "" && url.hostname !== "",
    "url",
    "must be ldaps://host:port",
  );
  const scheme = startTls ? "ldap:" : "ldaps:";
  check(
    url?.protocol === scheme,
    "url",
    startTls ? "must be ldap:// with start_tls" : "must be ldaps://, or ldap:// with start_tls",
  );
  return text;
}

function readCa(pem: string): string {
  if (pem === "") return "";
  try {
    check(pem.length <= CA_LENGTH_MAX, "caPem", `must have at most ${CA_LENGTH_MAX} characters`);
    // Refuses what is no certificate.
    return new X509Certificate(pem).toString() === "" ? "" : pem;
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw refused("caPem", "must be certificates in PEM");
  }
}

function readDn(text: string | null | undefined, field: string): string {
  const dn = text ?? "";
  check(isDn(dn), field, "must be a distinguished name like ou=people,dc=example,dc=com");
  return dn;
}

function isDn(text: string): boolean {
  return text.length <= DN_LENGTH_MAX && DN.test(text) && !/\p{Cc}/u.test(text);
}

function isFilter(text: string): boolean {
  const isBalanced =
    [...text].filter((letter) => letter === "(").length ===
    [...text].filter((letter) => letter === ")").length;
  const isEnclosed = text.startsWith("(") && text.endsWith(")") && text.includes(EMAIL_VARIABLE);
  return isEnclosed && isBalanced && text.length <= FILTER_LENGTH_MAX && !/\p{Cc}/u.test(text);
}

function check(isRight: boolean, field: string, rule: string): void {
  if (!isRight) throw refused(field, rule);
}

export function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.${field}: ${rule}.`, { field: `spec.${field}` });
}
