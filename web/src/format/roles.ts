// The roles and permissions of the API in the words of the console.

export const ACCOUNT_ROLES = [
  { value: "ROLE_UNSPECIFIED", label: "None", hint: "only what is given below" },
  { value: "ROLE_METRICS_READ", label: "Metrics", hint: "rates and limits" },
  { value: "ROLE_READ", label: "Read", hint: "sees the account" },
  { value: "ROLE_DEVELOPER", label: "Developer", hint: "makes namespaces" },
  { value: "ROLE_FINANCE_ADMIN", label: "Finance admin", hint: "bills and payment" },
  { value: "ROLE_ADMIN", label: "Admin", hint: "everything but owners" },
  { value: "ROLE_OWNER", label: "Owner", hint: "everything" },
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number]["value"];

export const NAMESPACE_PERMISSIONS = [
  { value: "PERMISSION_READ", label: "Read" },
  { value: "PERMISSION_WRITE", label: "Write" },
  { value: "PERMISSION_ADMIN", label: "Admin" },
] as const;
export type NamespacePermission = (typeof NAMESPACE_PERMISSIONS)[number]["value"];

export const PROJECT_ROLES = [
  { value: "PROJECT_ROLE_MEMBER", label: "Member" },
  { value: "PROJECT_ROLE_LIST", label: "List" },
  { value: "PROJECT_ROLE_CONTRIBUTE", label: "Contribute" },
  { value: "PROJECT_ROLE_READ", label: "Read" },
  { value: "PROJECT_ROLE_WRITE", label: "Write" },
  { value: "PROJECT_ROLE_ADMIN", label: "Admin" },
] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number]["value"];

/** The word for a value of one of the lists above; "Nothing" when there is none. */
export function labelOf(
  choices: readonly { value: string; label: string }[],
  value: string | undefined,
): string {
  return choices.find((choice) => choice.value === value)?.label ?? "Nothing";
}

/** Owners and admins have every namespace and project: nothing can be given to them besides. */
export function hasEverything(role: string | undefined): boolean {
  return role === "ROLE_OWNER" || role === "ROLE_ADMIN";
}
