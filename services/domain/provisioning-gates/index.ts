// The door of provisioning gates: who may have namespaces made, as an LDAP directory says.
export { deleteProvisioningGate } from "./delete-gate.ts";
export { getProvisioningGate } from "./get-gate.ts";
export { setProvisioningGate, setProvisioningGatePassword } from "./set-gate.ts";
export { checkProvisioningGate } from "./check-somebody.ts";
export { createProvisioningGate, type InstallationGate } from "./ask-gates.ts";
export { gateSettings, ldapPolicy, type LdapPolicy } from "./gate-settings.ts";
