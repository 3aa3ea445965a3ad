// Every action of the control plane and who may do it: data, nothing else. An action that is not here is refused.
// Names are those of Temporal Cloud's permissions reference where it has one.
import { PROJECT_ROLES, type AccountRole, type NamespaceLevel, type ProjectRole } from "./role.ts";

export interface ActionRule {
  /** Account roles that may do it on everything in the account. */
  roles: readonly AccountRole[];
  /** The level on the namespace in question that allows it as well. */
  namespace?: NamespaceLevel;
  /** Roles on the project in question that allow it as well. */
  project?: readonly ProjectRole[];
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
const OWNERS: readonly AccountRole[] = ["owner"];
const FINANCE: readonly AccountRole[] = ["owner", "finance_admin"];
const USAGE_READERS: readonly AccountRole[] = ["owner", "admin", "finance_admin"];
const METRICS_READERS: readonly AccountRole[] = [...READERS, "metrics_read"];
const OPERATORS_ONLY: readonly AccountRole[] = [];

const PROJECT_ADMINS: readonly ProjectRole[] = ["admin"];
const PROJECT_WRITERS: readonly ProjectRole[] = ["admin", "write"];
const PROJECT_READERS: readonly ProjectRole[] = ["admin", "write", "read"];
const PROJECT_MAKERS: readonly ProjectRole[] = ["admin", "write", "contribute"];
const PROJECT_LISTERS: readonly ProjectRole[] = ["admin", "write", "read", "contribute", "list"];
const PROJECT_MEMBERS: readonly ProjectRole[] = PROJECT_ROLES;

export const ACTIONS: Readonly<Record<string, ActionRule>> = {
  "cloud.identity.get": { roles: EVERYONE },
  "cloud.session.get": { roles: EVERYONE },
  "cloud.session.list": { roles: EVERYONE },
  // One's own password and one's other sessions.
  "cloud.session.update": { roles: EVERYONE },
  "cloud.session.delete": { roles: EVERYONE },
  "cloud.operation.get": { roles: EVERYONE },
  "cloud.asyncoperation.get": { roles: EVERYONE },
  // Everybody may ask about themselves; the use case asks for more when it is about others.
  "cloud.access.explain": { roles: EVERYONE },
  "cloud.account.get": { roles: READERS },
  "cloud.account.update": { roles: ADMINS },

  // The roles that only owners give and take away: their own, and the one over money.
  "cloud.accountrole.grant": { roles: OWNERS },

  "cloud.user.get": { roles: READERS },
  "cloud.user.list": { roles: READERS },
  "cloud.user.create": { roles: ADMINS },
  "cloud.user.update": { roles: ADMINS },
  "cloud.user.delete": { roles: ADMINS },
  "cloud.usergroup.get": { roles: READERS },
  "cloud.usergroup.list": { roles: READERS },
  "cloud.usergroup.getMembers": { roles: READERS },
  "cloud.usergroup.create": { roles: ADMINS },
  "cloud.usergroup.update": { roles: ADMINS },
  "cloud.usergroup.delete": { roles: ADMINS },
  "cloud.usergroup.addMember": { roles: ADMINS },
  "cloud.usergroup.removeMember": { roles: ADMINS },
  "cloud.serviceaccount.get": { roles: READERS },
  "cloud.serviceaccount.list": { roles: READERS },
  // Those of one namespace or project are also the business of who administers it: the use case asks again with it.
  "cloud.serviceaccount.create": { roles: ADMINS, namespace: "admin", project: PROJECT_ADMINS },
  "cloud.serviceaccount.update": { roles: ADMINS, namespace: "admin", project: PROJECT_ADMINS },
  "cloud.serviceaccount.delete": { roles: ADMINS, namespace: "admin", project: PROJECT_ADMINS },
  "cloud.customrole.get": { roles: READERS },
  "cloud.customrole.list": { roles: READERS },
  "cloud.customrole.create": { roles: ADMINS },
  "cloud.customrole.update": { roles: ADMINS },
  "cloud.customrole.delete": { roles: ADMINS },

  // What the account's identity provider comes with. It reaches no further than who made it.
  "cloud.scimtoken.list": { roles: ADMINS },
  "cloud.scimtoken.create": { roles: ADMINS },
  "cloud.scimtoken.rotate": { roles: ADMINS },
  "cloud.scimtoken.delete": { roles: ADMINS },

  // Whoever sets the identity provider decides who comes in as whom, as an owner too.
  "cloud.identityprovider.get": { roles: ADMINS },
  "cloud.identityprovider.update": { roles: OWNERS },
  "cloud.identityprovider.delete": { roles: OWNERS },

  "cloud.signinpolicy.get": { roles: READERS },
  "cloud.signinpolicy.update": { roles: ADMINS },
  // Whoever could take the gate away would need none.
  "cloud.provisioninggate.get": { roles: ADMINS },
  "cloud.provisioninggate.check": { roles: ADMINS },
  "cloud.provisioninggate.update": { roles: OWNERS },
  "cloud.provisioninggate.delete": { roles: OWNERS },

  // Everyone has keys of their own; the use case refuses other people's keys to all but administrators.
  "cloud.apikey.get": { roles: EVERYONE },
  "cloud.apikey.list": { roles: EVERYONE },
  "cloud.apikey.create": { roles: EVERYONE },
  "cloud.apikey.update": { roles: EVERYONE },
  "cloud.apikey.rotate": { roles: EVERYONE },
  "cloud.apikey.delete": { roles: EVERYONE },

  // Lists of projects show only those that the caller may see.
  "cloud.project.list": { roles: EVERYONE },
  "cloud.project.get": { roles: READERS, project: PROJECT_MEMBERS },
  "cloud.project.create": { roles: ADMINS },
  "cloud.project.update": { roles: ADMINS, project: PROJECT_ADMINS },
  "cloud.project.delete": { roles: ADMINS, project: PROJECT_ADMINS },
  "cloud.project.setUserAccess": { roles: ADMINS, project: PROJECT_ADMINS },
  "cloud.project.setUserGroupAccess": { roles: ADMINS, project: PROJECT_ADMINS },
  "cloud.project.setServiceAccountAccess": { roles: ADMINS, project: PROJECT_ADMINS },
  "cloud.project.getUserProjectAssignments": { roles: ADMINS, project: PROJECT_READERS },
  "cloud.project.getUserGroupProjectAssignments": { roles: ADMINS, project: PROJECT_READERS },
  "cloud.project.getServiceAccountProjectAssignments": { roles: ADMINS, project: PROJECT_READERS },

  // Lists of namespaces show only those that the caller may see.
  "cloud.namespace.list": { roles: EVERYONE },
  "cloud.namespace.create": { roles: DEVELOPERS, project: PROJECT_MAKERS },
  "cloud.namespace.get": { roles: ADMINS, namespace: "list" },
  "cloud.namespace.update": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.delete": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.renameCustomSearchAttribute": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.capacityinfo.get": { roles: ADMINS, namespace: "read" },
  "cloud.namespace.addRegion": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.deleteRegion": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.failoverRegion": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.exportsink.get": { roles: ADMINS, namespace: "read" },
  "cloud.namespace.exportsink.list": { roles: ADMINS, namespace: "read" },
  "cloud.namespace.exportsink.create": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.exportsink.update": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.exportsink.delete": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.exportsink.validate": { roles: ADMINS, namespace: "admin" },
  // Tags say who owns and who pays: only administrators of the account change them.
  "cloud.namespace.updateTags": { roles: ADMINS },
  "cloud.namespace.setUserAccess": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.setUserGroupAccess": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.setServiceAccountAccess": { roles: ADMINS, namespace: "admin" },
  "cloud.namespace.getUserNamespaceAssignments": { roles: ADMINS, namespace: "read" },
  "cloud.namespace.getUserGroupNamespaceAssignments": { roles: ADMINS, namespace: "read" },
  "cloud.namespace.getServiceAccountNamespaceAssignments": { roles: ADMINS, namespace: "read" },
  // The data plane, as the edge enforces it: here so that they can be part of a custom role and be compared.
  "cloud.workflow.read": { roles: ADMINS, namespace: "read" },
  "cloud.workflow.write": { roles: ADMINS, namespace: "write" },
  "cloud.certificate.get": { roles: ADMINS, namespace: "read" },
  "cloud.certificate.list": { roles: ADMINS, namespace: "read" },
  "cloud.certificate.create": { roles: ADMINS, namespace: "admin" },
  "cloud.certificate.issue": { roles: ADMINS, namespace: "admin" },
  "cloud.certificate.update": { roles: ADMINS, namespace: "admin" },
  "cloud.certificate.revoke": { roles: ADMINS, namespace: "admin" },
  "cloud.certificateauthority.get": { roles: READERS },
  "cloud.certificateauthority.rotate": { roles: ADMINS },

  "cloud.consensuspolicy.get": { roles: READERS },
  "cloud.consensuspolicy.list": { roles: READERS },
  "cloud.consensuspolicy.create": { roles: ADMINS },
  "cloud.consensuspolicy.update": { roles: ADMINS },
  "cloud.consensuspolicy.delete": { roles: ADMINS },
  // Own requests are seen by everybody who may ask; the use case decides about the others by their namespace.
  "cloud.approval.get": { roles: ADMINS, namespace: "read" },
  "cloud.approval.list": { roles: ADMINS, namespace: "read" },
  "cloud.approval.create": { roles: ADMINS, namespace: "write" },
  "cloud.approval.withdraw": { roles: ADMINS, namespace: "read" },
  "cloud.approval.approve": { roles: ADMINS },
  "cloud.approval.reject": { roles: ADMINS },
  "cloud.approval.breakglass": { roles: OWNERS },

  "cloud.nexusendpoint.list": { roles: READERS, project: PROJECT_LISTERS },
  "cloud.nexusendpoint.get": { roles: READERS, project: PROJECT_LISTERS },
  // Changes need Namespace Admin on the target besides; the use case asks for it.
  "cloud.nexusendpoint.create": { roles: DEVELOPERS, project: PROJECT_MAKERS },
  "cloud.nexusendpoint.update": { roles: DEVELOPERS, project: PROJECT_WRITERS },
  "cloud.nexusendpoint.delete": { roles: DEVELOPERS, project: PROJECT_WRITERS },
  // Network paths are the administrators' business; whoever sees namespaces sees by which paths they are reached.
  "cloud.connectivityrule.list": { roles: READERS, project: PROJECT_LISTERS },
  "cloud.connectivityrule.get": { roles: READERS, project: PROJECT_LISTERS },
  "cloud.connectivityrule.create": { roles: ADMINS, project: PROJECT_WRITERS },
  "cloud.connectivityrule.update": { roles: ADMINS, project: PROJECT_WRITERS },
  "cloud.connectivityrule.delete": { roles: ADMINS, project: PROJECT_WRITERS },

  "cloud.region.get": { roles: EVERYONE },
  "cloud.region.list": { roles: EVERYONE },
  "cloud.regionsettings.list": { roles: OPERATORS_ONLY },
  "cloud.region.create": { roles: OPERATORS_ONLY },
  "cloud.region.update": { roles: OPERATORS_ONLY },
  "cloud.quota.list": { roles: READERS },
  "cloud.quota.update": { roles: OPERATORS_ONLY },
  "cloud.installation.get": { roles: OPERATORS_ONLY },
  "cloud.provisioning.list": { roles: OPERATORS_ONLY },
  "cloud.provisioning.get": { roles: OPERATORS_ONLY },
  "cloud.cell.get": { roles: OPERATORS_ONLY },
  "cloud.cell.list": { roles: OPERATORS_ONLY },
  "cloud.cell.create": { roles: OPERATORS_ONLY },
  "cloud.cell.register": { roles: OPERATORS_ONLY },
  "cloud.cell.attach": { roles: OPERATORS_ONLY },
  "cloud.signingkey.list": { roles: OPERATORS_ONLY },
  "cloud.signingkey.rotate": { roles: OPERATORS_ONLY },

  "cloud.usage.get": { roles: USAGE_READERS },
  // Rates and limits, without money.
  "cloud.metrics.get": { roles: METRICS_READERS },
  // Usage with what it costs.
  "cloud.cost.get": { roles: FINANCE },
  "cloud.invoice.get": { roles: FINANCE },
  "cloud.invoice.list": { roles: FINANCE },
  "cloud.billingreport.create": { roles: FINANCE },
  "cloud.billingreport.get": { roles: FINANCE },
  "cloud.billing.get": { roles: FINANCE },
  "cloud.billing.update": { roles: FINANCE },
  // Prices, credits and corrections of any account.
  "cloud.billingadmin.update": { roles: OPERATORS_ONLY },
  "cloud.billingadmin.get": { roles: OPERATORS_ONLY },
  "cloud.testclock.advance": { roles: FINANCE },
  "cloud.auditlog.list": { roles: ADMINS },
  "cloud.auditlog.getSink": { roles: ADMINS },
  "cloud.auditlog.listSinks": { roles: ADMINS },
  "cloud.auditlog.createSink": { roles: ADMINS },
  "cloud.auditlog.updateSink": { roles: ADMINS },
  "cloud.auditlog.deleteSink": { roles: ADMINS },
  "cloud.auditlog.validateSink": { roles: ADMINS },
};

export function isKnownAction(action: string): boolean {
  return Object.hasOwn(ACTIONS, action);
}
