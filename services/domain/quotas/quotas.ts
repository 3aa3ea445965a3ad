// The built-in limits of accounts, principals and namespaces, with the words to say when one is reached. Data only.

export const QUOTAS = {
  usersPerAccount: { max: 300, noun: "users in an account" },
  userGroupsPerAccount: { max: 300, noun: "user groups in an account" },
  serviceAccountsPerAccount: { max: 300, noun: "service accounts in an account" },
  // Temporal Cloud begins at 10 and raises it by itself as namespaces are used, up to 100.
  namespacesPerAccount: { max: 100, noun: "namespaces in an account" },
  operationsInFlightPerAccount: { max: 10, noun: "asynchronous operations in flight in an account" },
  apiKeysPerUser: { max: 10, noun: "API keys of a user" },
  apiKeysPerServiceAccount: { max: 20, noun: "API keys of a service account" },
  sessionsPerUser: { max: 50, noun: "sessions of a user" },
  scimTokensPerAccount: { max: 10, noun: "SCIM tokens in an account" },
  auditLogSinksPerAccount: { max: 10, noun: "audit log sinks in an account" },
  customRolesPerAccount: { max: 25, noun: "custom roles in an account" },
  customRolesPerPrincipal: { max: 10, noun: "custom roles of a principal" },
  permissionsPerCustomRole: { max: 20, noun: "permissions of a custom role" },
  nexusEndpointsPerAccount: { max: 100, noun: "Nexus endpoints in an account" },
  projectsPerAccount: { max: 5, noun: "projects in an account" },
  connectivityRulesPerAccount: { max: 50, noun: "connectivity rules in an account" },
  certificateFiltersPerNamespace: { max: 25, noun: "certificate filters of a namespace" },
  tagsPerNamespace: { max: 10, noun: "tags of a namespace" },
  exportSinksPerNamespace: { max: 10, noun: "export sinks of a namespace" },
  certificatesPerNamespace: { max: 1_000, noun: "unexpired certificates of a namespace" },
  // Requests of the Cloud Ops API, as Temporal Cloud publishes them; a burst of two seconds' worth is let through.
  requestsPerSecondPerUser: { max: 40, noun: "requests per second of a user" },
  requestsPerSecondPerServiceAccount: { max: 80, noun: "requests per second of a service account" },
  requestsPerSecondPerAccount: { max: 160, noun: "requests per second of an account" },
} as const satisfies Record<string, { max: number; noun: string }>;

export type QuotaName = keyof typeof QUOTAS;
export const QUOTA_NAMES = Object.keys(QUOTAS) as QuotaName[];

/** The highest that an installation may set. */
export const QUOTA_MAX = 1_000_000;

/**
 * Asked for without the account's rows at hand, so their built-in value always holds: shape limits of one message or
 * one sign-in.
 */
export const FIXED_QUOTAS: readonly QuotaName[] = [
  "sessionsPerUser",
  "certificateFiltersPerNamespace",
  "tagsPerNamespace",
];

export function isQuotaName(name: string): name is QuotaName {
  return Object.hasOwn(QUOTAS, name);
}
