// Which actions a custom role can give, and on which kinds of resources: data, nothing else. The list is that of
// Temporal Cloud's permissions reference, and what is ours. Making API keys and service accounts is not in it, on purpose.

/** As they are spelled in the API. */
export const RESOURCE_TYPES = [
  "accounts",
  "projects",
  "namespaces",
  "nexus-endpoints",
  "connectivity-rules",
  "custom-roles",
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

const ACCOUNT: readonly ResourceType[] = ["accounts"];
const PROJECT: readonly ResourceType[] = ["projects"];
const ACCOUNT_OR_PROJECT: readonly ResourceType[] = ["accounts", "projects"];
const NAMESPACE: readonly ResourceType[] = ["namespaces"];
const NEXUS_ENDPOINT: readonly ResourceType[] = ["nexus-endpoints"];
const CONNECTIVITY_RULE: readonly ResourceType[] = ["connectivity-rules"];
const CUSTOM_ROLE: readonly ResourceType[] = ["custom-roles"];

export const CUSTOM_ROLE_ACTIONS: Readonly<Record<string, readonly ResourceType[]>> = {
  "cloud.account.get": ACCOUNT,
  "cloud.account.update": ACCOUNT,
  "cloud.asyncoperation.get": ACCOUNT,
  "cloud.auditlog.createSink": ACCOUNT,
  "cloud.auditlog.deleteSink": ACCOUNT,
  "cloud.auditlog.getSink": ACCOUNT,
  "cloud.auditlog.list": ACCOUNT,
  "cloud.auditlog.listSinks": ACCOUNT,
  "cloud.auditlog.updateSink": ACCOUNT,
  "cloud.auditlog.validateSink": ACCOUNT,
  "cloud.billingreport.create": ACCOUNT,
  "cloud.billingreport.get": ACCOUNT,
  "cloud.connectivityrule.list": ACCOUNT_OR_PROJECT,
  "cloud.customrole.create": ACCOUNT_OR_PROJECT,
  "cloud.customrole.list": ACCOUNT_OR_PROJECT,
  "cloud.namespace.list": ACCOUNT_OR_PROJECT,
  "cloud.nexusendpoint.list": ACCOUNT_OR_PROJECT,
  "cloud.project.list": ACCOUNT,
  "cloud.project.create": ACCOUNT,
  "cloud.region.get": ACCOUNT,
  "cloud.region.list": ACCOUNT,
  "cloud.usage.get": ACCOUNT,
  "cloud.user.create": ACCOUNT,
  "cloud.user.delete": ACCOUNT,
  "cloud.user.get": ACCOUNT,
  "cloud.user.list": ACCOUNT,
  "cloud.usergroup.addMember": ACCOUNT,
  "cloud.usergroup.create": ACCOUNT,
  "cloud.usergroup.delete": ACCOUNT,
  "cloud.usergroup.get": ACCOUNT,
  "cloud.usergroup.getMembers": ACCOUNT,
  "cloud.usergroup.list": ACCOUNT,
  "cloud.usergroup.removeMember": ACCOUNT,

  "cloud.connectivityrule.create": PROJECT,
  "cloud.namespace.create": PROJECT,
  "cloud.nexusendpoint.create": PROJECT,
  "cloud.project.get": PROJECT,
  "cloud.project.update": PROJECT,
  "cloud.project.delete": PROJECT,
  "cloud.project.setUserAccess": PROJECT,
  "cloud.project.setUserGroupAccess": PROJECT,
  "cloud.project.setServiceAccountAccess": PROJECT,
  "cloud.project.getUserProjectAssignments": PROJECT,
  "cloud.project.getUserGroupProjectAssignments": PROJECT,
  "cloud.project.getServiceAccountProjectAssignments": PROJECT,

  "cloud.namespace.addRegion": NAMESPACE,
  "cloud.namespace.capacityinfo.get": NAMESPACE,
  "cloud.namespace.delete": NAMESPACE,
  "cloud.namespace.deleteRegion": NAMESPACE,
  "cloud.namespace.exportsink.create": NAMESPACE,
  "cloud.namespace.exportsink.delete": NAMESPACE,
  "cloud.namespace.exportsink.get": NAMESPACE,
  "cloud.namespace.exportsink.list": NAMESPACE,
  "cloud.namespace.exportsink.update": NAMESPACE,
  "cloud.namespace.exportsink.validate": NAMESPACE,
  "cloud.namespace.failoverRegion": NAMESPACE,
  "cloud.namespace.get": NAMESPACE,
  "cloud.namespace.getServiceAccountNamespaceAssignments": NAMESPACE,
  "cloud.namespace.getUserGroupNamespaceAssignments": NAMESPACE,
  "cloud.namespace.getUserNamespaceAssignments": NAMESPACE,
  "cloud.namespace.renameCustomSearchAttribute": NAMESPACE,
  "cloud.namespace.setServiceAccountAccess": NAMESPACE,
  "cloud.namespace.setUserAccess": NAMESPACE,
  "cloud.namespace.setUserGroupAccess": NAMESPACE,
  "cloud.namespace.update": NAMESPACE,
  "cloud.namespace.updateTags": NAMESPACE,
  // Ours: what the edge lets a principal do in the namespace.
  "cloud.workflow.read": NAMESPACE,
  "cloud.workflow.write": NAMESPACE,

  "cloud.nexusendpoint.delete": NEXUS_ENDPOINT,
  "cloud.nexusendpoint.get": NEXUS_ENDPOINT,
  "cloud.nexusendpoint.update": NEXUS_ENDPOINT,
  "cloud.connectivityrule.delete": CONNECTIVITY_RULE,
  "cloud.connectivityrule.get": CONNECTIVITY_RULE,
  "cloud.connectivityrule.update": CONNECTIVITY_RULE,
  "cloud.customrole.delete": CUSTOM_ROLE,
  "cloud.customrole.get": CUSTOM_ROLE,
  "cloud.customrole.update": CUSTOM_ROLE,
};

/** One permission of a custom role: actions on all resources of a kind, or on those with these ids. */
export interface CustomRolePermission {
  actions: readonly string[];
  resourceType: ResourceType;
  resourceIds: readonly string[];
  allowAll: boolean;
}
