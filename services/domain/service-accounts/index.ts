// The door of service accounts: principals that are not people.
export { createServiceAccount } from "./create-service-account.ts";
export { getServiceAccount, getServiceAccounts } from "./get-service-accounts.ts";
export { updateServiceAccount } from "./update-service-account.ts";
export { deleteServiceAccount, removeServiceAccountsOf } from "./delete-service-account.ts";
export { getProjectScopedServiceAccounts } from "./get-project-service-accounts.ts";
