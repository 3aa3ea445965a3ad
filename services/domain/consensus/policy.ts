// A consensus policy: where it holds, for what, and how many other people must agree. Pure.

/** What a policy can protect; the last four are calls on running workflows, checked by the gateway. */
export const GUARDABLE = [
  "delete_namespace",
  "failover",
  "access",
  "terminate",
  "reset",
  "delete_workflow",
  "batch",
] as const;
export type Guardable = (typeof GUARDABLE)[number];

export interface PolicySpec {
  displayName: string;
  /** "<name>.<account>" */
  namespaces: string[];
  /** A namespace with any of these is protected. */
  tags: Record<string, string>;
  wholeAccount: boolean;
  operations: Guardable[];
  /** Of other people than the requester. */
  approvals: number;
  requestLifetimeMs: number;
  grantLifetimeMs: number;
  grantUses: number;
  /** Users who may approve; empty for all who administer the account. */
  approverIds: string[];
  breakGlass: boolean;
  /** What the account's identity provider adds is let through, but for making administrators. */
  directoryExempt?: boolean;
}

export interface Policy {
  id: string;
  spec: PolicySpec;
}

export interface ProtectedNamespace {
  /** "<name>.<account>" */
  name: string;
  tags: Readonly<Record<string, string>>;
}

export function isCovered(spec: PolicySpec, namespace: ProtectedNamespace): boolean {
  if (spec.wholeAccount || spec.namespaces.includes(namespace.name)) return true;
  return Object.entries(spec.tags).some(
    ([key, value]) => Object.hasOwn(namespace.tags, key) && namespace.tags[key] === value,
  );
}
