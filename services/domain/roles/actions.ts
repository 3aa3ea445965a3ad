// Every action of the control plane and who may do it: data, nothing else. An action that is not here is refused.
import type { AccountRole, NamespacePermission } from "./role.ts";

export interface ActionRule {
  /** Account roles that may do it on everything in the account. */
  roles: readonly AccountRole[];
  /** The permission on the namespace in question that allows it as well. */
  namespace?: NamespacePermission;
}

const EVERYONE: readonly AccountRole[] = [
  "owner",
  "admin",
  "developer",
  "finance_admin",
  "read",
  "metrics_read",
  "none",
];
const READERS: readonly AccountRole[] = ["owner", "admin", "developer", "finance_admin", "read"];
const DEVELOPERS: readonly AccountRole[] = ["owner", "admin", "developer"];
const ADMINS: readonly AccountRole[] = ["owner", "admin"];
const FINANCE: readonly AccountRole[] = ["owner", "finance_admin"];
const USAGE_READERS: readonly AccountRole[] = ["owner", "admin", "finance_admin"];
const OPERATORS_ONLY: readonly AccountRole[] = [];

export const ACTIONS: Readonly<Record<string, ActionRule>> = {
  "cloud.identity.get": { roles: EVERYONE },
  "cloud.session.get": { roles: EVERYONE },
  "cloud.session.list": { roles: EVERYONE },
  // One's own password and one's other sessions.
  "cloud.session.update": { roles: EVERYONE },
  "cloud.session.delete": { roles: EVERYONE },
  "cloud.operation.get": { roles: EVERYONE },
  "cloud.account.get": { roles: READERS },
  "cloud.account.update": { roles: ADMINS },

  // The roles that only owners give and take away: their own, and the one over money.
  "cloud.accountrole.grant": { roles: ["owner"] },

  "cloud.user.get": { roles: READERS },
  "cloud.user.list": { roles: READERS },
  "cloud.user.create": { roles: ADMINS },
  "cloud.user.update": { roles: ADMINS },
  "cloud.user.delete": { roles: ADMINS },
  "cloud.serviceaccount.get": { roles: READERS },
  "cloud.serviceaccount.list": { roles: READERS },
  "cloud.serviceaccount.create": { roles: ADMINS },
  "cloud.serviceaccount.update": { roles: ADMINS },
  "cloud.serviceaccount.delete": { roles: ADMINS },

  // Everyone has keys of their own; the use case refuses other people's keys to all but administrators.
  "cloud.apikey.get": { roles: EVERYONE },
  "cloud.apikey.list": { roles: EVERYONE },
  "cloud.apikey.create": { roles: EVERYONE },
  "cloud.apikey.update": { roles: EVERYONE },
  "cloud.apikey.rotate": { roles: EVERYONE },
  "cloud.apikey.delete": { roles: EVERYONE },

  // Lists of namespaces show only those that the caller may read.
  "cloud.namespace.list": { roles: EVERYONE },
  "cloud.namespace.create": { roles: DEVELOPERS },
  "cloud.namespace.get": { roles: ADMINS, namespace: "read" },
  "cloud.namespace.update": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.delete": { roles: ADMINS, namespace: "admin" },
  "cloud.certificate.get": { roles: ADMINS, namespace: "read" },
  "cloud.certificate.list": { roles: ADMINS, namespace: "read" },
  "cloud.certificate.create": { roles: ADMINS, namespace: "admin" },
  "cloud.certificate.issue": { roles: ADMINS, namespace: "admin" },
  "cloud.certificate.revoke": { roles: ADMINS, namespace: "admin" },
  "cloud.certificateauthority.get": { roles: READERS },

  // Network paths are the administrators' business; whoever sees namespaces sees by which paths they are reached.
  "cloud.connectivityrule.get": { roles: READERS },
  "cloud.connectivityrule.list": { roles: READERS },
  "cloud.connectivityrule.create": { roles: ADMINS },
  "cloud.connectivityrule.update": { roles: ADMINS },
  "cloud.connectivityrule.delete": { roles: ADMINS },

  // Changes need Namespace Admin on the target besides; the use case asks for it.
  "cloud.nexusendpoint.get": { roles: READERS },
  "cloud.nexusendpoint.list": { roles: READERS },
  "cloud.nexusendpoint.create": { roles: DEVELOPERS },
  "cloud.nexusendpoint.update": { roles: DEVELOPERS },
  "cloud.nexusendpoint.delete": { roles: DEVELOPERS },

  "cloud.region.get": { roles: EVERYONE },
  "cloud.region.list": { roles: EVERYONE },
  "cloud.regionsettings.list": { roles: OPERATORS_ONLY },
  "cloud.region.create": { roles: OPERATORS_ONLY },
  "cloud.region.update": { roles: OPERATORS_ONLY },
  "cloud.quota.list": { roles: READERS },
  "cloud.quota.update": { roles: OPERATORS_ONLY },
  "cloud.cell.get": { roles: OPERATORS_ONLY },
  "cloud.cell.list": { roles: OPERATORS_ONLY },
  "cloud.cell.create": { roles: OPERATORS_ONLY },
  "cloud.cell.register": { roles: OPERATORS_ONLY },
  "cloud.cell.attach": { roles: OPERATORS_ONLY },

  "cloud.usage.get": { roles: USAGE_READERS },
  "cloud.invoice.get": { roles: FINANCE },
  "cloud.invoice.list": { roles: FINANCE },
  "cloud.billing.get": { roles: FINANCE },
  "cloud.billing.update": { roles: FINANCE },
  "cloud.testclock.advance": { roles: FINANCE },
  "cloud.auditlog.list": { roles: ADMINS },
  "cloud.auditlogsink.get": { roles: ADMINS },
  "cloud.auditlogsink.list": { roles: ADMINS },
  "cloud.auditlogsink.create": { roles: ADMINS },
  "cloud.auditlogsink.update": { roles: ADMINS },
  "cloud.auditlogsink.delete": { roles: ADMINS },
  "cloud.auditlogsink.validate": { roles: ADMINS },
};

export function isKnownAction(action: string): boolean {
  return Object.hasOwn(ACTIONS, action);
}
