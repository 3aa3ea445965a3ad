// Every workflow of the control plane, by its type's name: the entry of the workflow bundle.
export { provisionAccount } from "./accounts/provision-account.workflow.ts";
export { createNamespace } from "./namespaces/create-namespace.workflow.ts";
export { updateNamespace } from "./namespaces/update-namespace.workflow.ts";
export { deleteNamespace } from "./namespaces/delete-namespace.workflow.ts";
export { createNexusEndpoint } from "./nexus-endpoints/create-nexus-endpoint.workflow.ts";
export { updateNexusEndpoint } from "./nexus-endpoints/update-nexus-endpoint.workflow.ts";
export { deleteNexusEndpoint } from "./nexus-endpoints/delete-nexus-endpoint.workflow.ts";
export { issueCertificate } from "./certificates/issue-certificate.workflow.ts";
export { revokeCertificate } from "./certificates/revoke-certificate.workflow.ts";
export { registerCell } from "./cells/register-cell.workflow.ts";
export { closeBillingPeriod } from "./billing/close-billing-period.workflow.ts";
