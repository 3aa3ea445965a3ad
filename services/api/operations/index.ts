// The whole operation table, one file for each noun. Transports mount it; nobody writes a route by hand.
import { accessOperations } from "./access.ts";
import { accountOperations } from "./accounts.ts";
import { auditLogSinkOperations } from "./audit-log-sinks.ts";
import { apiKeyOperations } from "./api-keys.ts";
import { asyncOperationOperations, auditOperations } from "./async-operations.ts";
import { billingAdjustmentOperations } from "./billing-adjustments.ts";
import { billingAdminOperations } from "./billing-admin.ts";
import { billingCollectionOperations } from "./billing-collection.ts";
import { billingOperations } from "./billing.ts";
import { billingReportOperations } from "./billing-reports.ts";
import { budgetOperations } from "./budgets.ts";
import { cellsOperations } from "./cells.ts";
import { certificatesOperations } from "./certificates.ts";
import { connectivityRuleOperations } from "./connectivity-rules.ts";
import { consensusOperations } from "./consensus.ts";
import { customRoleOperations } from "./custom-roles.ts";
import { exportSinkOperations } from "./export-sinks.ts";
import { invoiceOperations } from "./invoices.ts";
import { mailboxOperations } from "./mailbox.ts";
import { namespaceAuditOperations } from "./namespace-audit.ts";
import { namespacesOperations } from "./namespaces.ts";
import { nexusEndpointOperations } from "./nexus-endpoints.ts";
import type { Operation } from "./operation.ts";
import { paymentMethodOperations } from "./payment-methods.ts";
import { operatorOperations } from "./operators.ts";
import { passkeyOperations } from "./passkeys.ts";
import { peopleOperations } from "./people.ts";
import { planOperations } from "./plans.ts";
import { provisioningGateOperations } from "./provisioning-gates.ts";
import { quotaOperations } from "./quotas.ts";
import { regionSettingsOperations } from "./region-settings.ts";
import { projectOperations } from "./projects.ts";
import { regionsOperations } from "./regions.ts";
import { scimTokenOperations } from "./scim-tokens.ts";
import { serviceAccountOperations } from "./service-accounts.ts";
import { signingKeyOperations } from "./signing-keys.ts";
import { signInPolicyOperations } from "./sign-in-policy.ts";
import { singleSignOnOperations } from "./single-sign-on.ts";
import { testClockOperations } from "./test-clock.ts";
import { metricsOperations } from "./metrics.ts";
import { usageOperations } from "./usage.ts";
import { userGroupOperations } from "./user-groups.ts";
import { userOperations } from "./users.ts";

export const operations: readonly Operation[] = [
  ...accessOperations,
  ...accountOperations,
  ...apiKeyOperations,
  ...asyncOperationOperations,
  ...auditLogSinkOperations,
  ...auditOperations,
  ...billingAdjustmentOperations,
  ...billingAdminOperations,
  ...billingCollectionOperations,
  ...billingOperations,
  ...billingReportOperations,
  ...budgetOperations,
  ...cellsOperations,
  ...certificatesOperations,
  ...connectivityRuleOperations,
  ...consensusOperations,
  ...customRoleOperations,
  ...exportSinkOperations,
  ...invoiceOperations,
  ...mailboxOperations,
  ...namespaceAuditOperations,
  ...namespacesOperations,
  ...paymentMethodOperations,
  ...operatorOperations,
  ...passkeyOperations,
  ...peopleOperations,
  ...planOperations,
  ...provisioningGateOperations,
  ...quotaOperations,
  ...regionSettingsOperations,
  ...nexusEndpointOperations,
  ...projectOperations,
  ...regionsOperations,
  ...scimTokenOperations,
  ...serviceAccountOperations,
  ...signingKeyOperations,
  ...signInPolicyOperations,
  ...singleSignOnOperations,
  ...testClockOperations,
  ...metricsOperations,
  ...usageOperations,
  ...userGroupOperations,
  ...userOperations,
];
