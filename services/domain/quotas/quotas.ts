// The limits of accounts, principals and namespaces, with the words to say when one is reached. Data only.

export const QUOTAS = {
  usersPerAccount: { max: 300, noun: "users in an account" },
  serviceAccountsPerAccount: { max: 300, noun: "service accounts in an account" },
  namespacesPerAccount: { max: 10, noun: "namespaces in an account" },
  operationsInFlightPerAccount: { max: 10, noun: "asynchronous operations in flight in an account" },
  apiKeysPerUser: { max: 10, noun: "API keys of a user" },
  apiKeysPerServiceAccount: { max: 20, noun: "API keys of a service account" },
  sessionsPerUser: { max: 50, noun: "sessions of a user" },
  customRolesPerAccount: { max: 25, noun: "custom roles in an account" },
  nexusEndpointsPerAccount: { max: 100, noun: "Nexus endpoints in an account" },
  connectivityRulesPerAccount: { max: 50, noun: "connectivity rules in an account" },
  certificateFiltersPerNamespace: { max: 25, noun: "certificate filters of a namespace" },
  tagsPerNamespace: { max: 10, noun: "tags of a namespace" },
  certificatesPerNamespace: { max: 1_000, noun: "unexpired certificates of a namespace" },
} as const satisfies Record<string, { max: number; noun: string }>;

export type QuotaName = keyof typeof QUOTAS;
