// Which policies guard a change of the control plane: by what it does and to which namespaces. Pure; an operation that
// is not here is not guarded.
import { isDeepStrictEqual } from "node:util";
import { isCovered, type Guardable, type Policy, type ProtectedNamespace } from "./policy.ts";

export interface ProposedChange {
  /** The rpc's name: "DeleteNamespace". */
  operationType: string;
  /** The request. */
  message: object;
  resourceId: string;
  /** What was there and what would be, as the audit trail tells it. */
  before?: Readonly<Record<string, unknown>>;
  after?: Readonly<Record<string, unknown>>;
  /** The account role of the group that a change of members is about: members get it. */
  groupRole?: string;
  /** By the account's identity provider, not by a person or a program. */
  byDirectory?: boolean;
}

const GUARDED_BY_NAME: Readonly<Record<string, Guardable>> = {
  DeleteNamespace: "delete_namespace",
  FailoverNamespaceRegion: "failover",
  AddNamespaceRegion: "failover",
  DeleteNamespaceRegion: "failover",
  SetConnectivityRuleSources: "access",
};
/** Who may do what: of one namespace when the request names one, else of the whole account. */
const ACCESS =
  /^((Create|Update|Delete)(User|ServiceAccount|UserGroup|CustomRole)|RestoreUser|(Add|Remove)UserGroupMember|Set\w+Access|(Set|Delete)ProvisioningGate)$/;
/** Whoever names the identity provider can come in as anybody, an approver too. */
const SIGN_IN = /^(Set|Delete)IdentityProvider$/;
const OWN_POLICY = /^(Update|Delete)ConsensusPolicy$/;
const ADMINISTRATORS = new Set(["owner", "admin", "ROLE_OWNER", "ROLE_ADMIN", "Owner", "Admin", 1, 2]);

/** The namespaces whose tags must be known to answer `policiesGuarding`. */
export function namespacesOf(change: ProposedChange): string[] {
  if (ACCESS.test(change.operationType)) {
    const named = textOf(change.message, "namespace");
    return named === "" ? [] : [named];
  }
  // A rule's networks are access to every namespace that names the rule.
  if (change.operationType === "SetConnectivityRuleSources") return namesIn(change.before?.["namespaces"]);
  return /Namespace/.test(change.operationType) ? [change.resourceId] : [];
}

/** `namespaces` are those of `namespacesOf` that exist. */
export function policiesGuarding(
  change: ProposedChange,
  policies: readonly Policy[],
  namespaces: readonly ProtectedNamespace[],
): Policy[] {
  const { operationType } = change;
  if (OWN_POLICY.test(operationType)) return policies.filter(({ id }) => id === change.resourceId);
  if (SIGN_IN.test(operationType)) return [...policies];
  const covering = policies.filter(({ spec }) => namespaces.some((namespace) => isCovered(spec, namespace)));
  const guarding = (operation: Guardable): Policy[] =>
    covering.filter(({ spec }) => spec.operations.includes(operation));
  const byName = Object.hasOwn(GUARDED_BY_NAME, operationType) ? GUARDED_BY_NAME[operationType] : undefined;
  if (byName !== undefined) return guarding(byName);
  if (operationType === "UpdateNamespace") return guardingUpdate(change, guarding);
  // Taking a tag away must not take the protection away that hangs on it.
  if (operationType === "UpdateNamespaceTags")
    return covering.filter(({ spec }) => touchesTags(change, spec.tags));
  if (!ACCESS.test(operationType)) return [];
  if (namespacesOf(change).length > 0) return guarding("access");
  // Roles reach every namespace of the account. Who would become an administrator could approve from then on.
  const isExempt = (spec: Policy["spec"]): boolean =>
    change.byDirectory === true && spec.directoryExempt === true;
  return policies.filter(
    ({ spec }) => (spec.operations.includes("access") && !isExempt(spec)) || makesAdministrator(change),
  );
}

function guardingUpdate(
  { before = {}, after = {} }: ProposedChange,
  guarding: (operation: Guardable) => Policy[],
): Policy[] {
  const changes = (key: string): boolean => !isDeepStrictEqual(plain(before[key]), plain(after[key]));
  const isAccess = ["mtls", "apiKeyEnabled", "connectivityRuleIds"].some(changes);
  const endsProtection = before["deleteProtection"] === true && after["deleteProtection"] !== true;
  const found = [
    ...(isAccess ? guarding("access") : []),
    ...(endsProtection ? guarding("delete_namespace") : []),
  ];
  return [...new Set(found)];
}

function touchesTags({ message }: ProposedChange, tags: Readonly<Record<string, string>>): boolean {
  const { tagsToUpsert, tagsToRemove } = message as {
    tagsToUpsert?: Record<string, string> | null;
    tagsToRemove?: string[] | null;
  };
  const touched = [...Object.keys(tagsToUpsert ?? {}), ...(tagsToRemove ?? [])];
  return touched.some((key) => Object.hasOwn(tags, key));
}

function makesAdministrator({ message, after = {}, groupRole }: ProposedChange): boolean {
  const { spec } = message as { spec?: { access?: { accountAccess?: object | null } | null } | null };
  const { role, roleDeprecated } = (spec?.access?.accountAccess ?? {}) as {
    role?: unknown;
    roleDeprecated?: unknown;
  };
  return [role, roleDeprecated, after["accountRole"], groupRole].some((name) =>
    ADMINISTRATORS.has(name as string),
  );
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}

function textOf(message: object, field: string): string {
  const value = (message as Record<string, unknown>)[field];
  return typeof value === "string" ? value : "";
}

/** As JSON would keep it: one side comes from the database, the other from memory. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
