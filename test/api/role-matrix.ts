// Who may call which operation: Temporal Cloud's published matrices of roles, and ours for what it has not, as one table.
// It is written by hand and knows nothing of services/domain/roles; the walk compares the two over the wire.

/** One principal for each role, in an account with the namespace "orders" in the project "team", and "payments". */
export const ACTORS = [
  // By account role.
  "owner",
  "admin",
  "developer",
  "finance_admin",
  "read",
  "metrics_read",
  "none",
  // By a permission on "orders" and nothing else.
  "ns:admin",
  "ns:write",
  "ns:read",
  // By a role on "team" and nothing else.
  "project:admin",
  "project:write",
  "project:read",
  "project:contribute",
  "project:list",
  "project:member",
  // By a custom role: cloud.namespace.get on "orders", cloud.usage.get and cloud.customrole.list on the account.
  "custom",
  // Bound to "payments", which it administers.
  "bound",
] as const;
export type ActorName = (typeof ACTORS)[number];

type Line = readonly ActorName[];

const EVERYONE: Line = ACTORS;
const OPERATORS_ONLY: Line = [];
/** Programs decide nothing about other people's requests. */
const PEOPLE_ONLY: Line = [];
const ADMINS: Line = ["owner", "admin"];
const DEVELOPERS: Line = [...ADMINS, "developer"];
const READERS: Line = [...DEVELOPERS, "finance_admin", "read"];
const FINANCE: Line = ["owner", "finance_admin"];

const NS_ADMIN: Line = [...ADMINS, "ns:admin", "project:admin"];
const NS_WRITE: Line = [...NS_ADMIN, "ns:write", "project:write"];
const NS_READ: Line = [...NS_WRITE, "ns:read", "project:read"];
const NS_LIST: Line = [...NS_READ, "project:contribute", "project:list"];

const PROJECT_ADMIN: Line = [...ADMINS, "project:admin"];
const PROJECT_WRITE: Line = ["project:admin", "project:write"];
const PROJECT_MAKE: Line = [...PROJECT_WRITE, "project:contribute"];
const PROJECT_READ: Line = [...ADMINS, ...PROJECT_WRITE, "project:read"];
const PROJECT_LIST: Line = [...PROJECT_MAKE, "project:read", "project:list"];

export const ROLE_MATRIX: Readonly<Record<string, Line>> = {
  GetCurrentIdentity: EVERYONE,
  GetSession: EVERYONE,
  GetSessions: EVERYONE,
  EndSessions: EVERYONE,
  SignOut: EVERYONE,
  ChangePassword: EVERYONE,
  GetSecondFactor: EVERYONE,
  BeginSecondFactor: EVERYONE,
  ConfirmSecondFactor: EVERYONE,
  RemoveSecondFactor: EVERYONE,
  GetOperatorAccess: EVERYONE,
  EnterOperatorArea: EVERYONE,
  LeaveOperatorArea: EVERYONE,
  GetPasskeys: EVERYONE,
  BeginPasskey: EVERYONE,
  ConfirmPasskey: EVERYONE,
  RemovePasskey: EVERYONE,
  GetAsyncOperation: EVERYONE,
  ExplainAccess: EVERYONE,
  GetRegions: EVERYONE,
  GetRegion: EVERYONE,
  GetAccount: READERS,
  UpdateAccount: ADMINS,
  GetUsage: [...ADMINS, "finance_admin", "custom"],
  GetUsageReport: [...ADMINS, "finance_admin", "custom"],
  DownloadUsageReport: [...ADMINS, "finance_admin", "custom"],
  DownloadFocusReport: FINANCE,
  GetCostReport: FINANCE,
  GetMetrics: [...READERS, "metrics_read"],
  GetMetricDescriptors: [...READERS, "metrics_read"],
  GetAuditLogs: ADMINS,
  GetNamespaceAudit: [...NS_LIST, "custom"],
  UpdateNamespaceAudit: NS_ADMIN,
  CreateAccountAuditLogSink: ADMINS,
  GetAccountAuditLogSink: ADMINS,
  GetAccountAuditLogSinks: ADMINS,
  UpdateAccountAuditLogSink: ADMINS,
  DeleteAccountAuditLogSink: ADMINS,
  ValidateAccountAuditLogSink: ADMINS,

  GetUsers: READERS,
  GetUser: READERS,
  CreateUser: ADMINS,
  UpdateUser: ADMINS,
  DeleteUser: ADMINS,
  ResendInvitation: ADMINS,
  SuspendUser: ADMINS,
  RestoreUser: ADMINS,
  GetUserGroups: READERS,
  GetUserGroup: READERS,
  GetUserGroupMembers: READERS,
  CreateUserGroup: ADMINS,
  UpdateUserGroup: ADMINS,
  DeleteUserGroup: ADMINS,
  AddUserGroupMember: ADMINS,
  RemoveUserGroupMember: ADMINS,
  GetServiceAccounts: READERS,
  GetServiceAccount: READERS,
  // Those bound to "orders": whoever administers it.
  CreateServiceAccount: NS_ADMIN,
  UpdateServiceAccount: NS_ADMIN,
  DeleteServiceAccount: NS_ADMIN,
  GetCustomRoles: [...READERS, "custom"],
  GetCustomRole: READERS,
  CreateCustomRole: ADMINS,
  UpdateCustomRole: ADMINS,
  DeleteCustomRole: ADMINS,

  GetScimTokens: ADMINS,
  CreateScimToken: ADMINS,
  RotateScimToken: ADMINS,
  DeleteScimToken: ADMINS,

  GetIdentityProvider: ADMINS,
  SetIdentityProvider: ["owner"],
  SetIdentityProviderSecret: ["owner"],
  DeleteIdentityProvider: ["owner"],

  GetSignInPolicy: READERS,
  UpdateSignInPolicy: ADMINS,
  GetProvisioningGate: ADMINS,
  CheckProvisioningGate: ADMINS,
  SetProvisioningGate: ["owner"],
  SetProvisioningGatePassword: ["owner"],
  DeleteProvisioningGate: ["owner"],

  // Everybody has keys of their own.
  GetApiKeys: EVERYONE,
  CreateApiKey: EVERYONE,
  // That of a service account bound to "orders".
  GetApiKey: NS_ADMIN,
  UpdateApiKey: NS_ADMIN,
  DeleteApiKey: NS_ADMIN,
  RotateApiKey: NS_ADMIN,
  GetApiKeyPolicy: READERS,
  UpdateApiKeyPolicy: ADMINS,

  // Lists show what may be seen.
  GetNamespaces: EVERYONE,
  CreateNamespace: [...DEVELOPERS, ...PROJECT_MAKE],
  GetNamespace: [...NS_LIST, "custom"],
  UpdateNamespace: NS_ADMIN,
  DeleteNamespace: NS_ADMIN,
  RenameCustomSearchAttribute: NS_ADMIN,
  DeleteCustomSearchAttribute: NS_ADMIN,
  UpdateNamespaceTags: ADMINS,
  AddNamespaceRegion: NS_ADMIN,
  DeleteNamespaceRegion: NS_ADMIN,
  FailoverNamespaceRegion: NS_ADMIN,
  GetNamespaceCapacityInfo: NS_READ,
  GetNamespaceWarnings: [...NS_LIST, "custom"],
  SetUserNamespaceAccess: NS_ADMIN,
  SetUserGroupNamespaceAccess: NS_ADMIN,
  SetServiceAccountNamespaceAccess: NS_ADMIN,
  GetUserNamespaceAssignments: NS_READ,
  GetUserGroupNamespaceAssignments: NS_READ,
  GetServiceAccountNamespaceAssignments: NS_READ,
  GetCertificates: NS_READ,
  IssueCertificate: NS_ADMIN,
  GetCertificate: NS_READ,
  RenewCertificate: NS_ADMIN,
  UpdateCertificate: NS_ADMIN,
  RevokeCertificate: NS_ADMIN,
  GetCertificateAuthority: READERS,
  PrepareCertificateAuthority: ADMINS,
  ActivateCertificateAuthority: ADMINS,

  GetNamespaceExportSink: NS_READ,
  GetNamespaceExportSinks: NS_READ,
  CreateNamespaceExportSink: NS_ADMIN,
  UpdateNamespaceExportSink: NS_ADMIN,
  DeleteNamespaceExportSink: NS_ADMIN,
  ValidateNamespaceExportSink: NS_ADMIN,

  GetProjects: EVERYONE,
  GetProject: [...READERS, ...PROJECT_LIST, "project:member"],
  CreateProject: ADMINS,
  UpdateProject: PROJECT_ADMIN,
  DeleteProject: PROJECT_ADMIN,
  SetUserProjectAccess: PROJECT_ADMIN,
  SetUserGroupProjectAccess: PROJECT_ADMIN,
  SetServiceAccountProjectAccess: PROJECT_ADMIN,
  GetUserProjectAssignments: PROJECT_READ,
  GetUserGroupProjectAssignments: PROJECT_READ,
  GetServiceAccountProjectAssignments: PROJECT_READ,
  GetProjectScopedServiceAccounts: PROJECT_READ,

  GetNexusEndpoints: [...READERS, ...PROJECT_LIST],
  GetNexusEndpoint: [...READERS, ...PROJECT_LIST],
  CreateNexusEndpoint: [...DEVELOPERS, ...PROJECT_MAKE],
  // Its target is "orders": who administers that as well.
  UpdateNexusEndpoint: [...ADMINS, "project:admin"],
  DeleteNexusEndpoint: [...ADMINS, "project:admin"],
  GetConnectivityRules: [...READERS, ...PROJECT_LIST],
  GetConnectivityRule: [...READERS, ...PROJECT_LIST],
  GetConnectivityRuleSources: [...READERS, ...PROJECT_LIST],
  CreateConnectivityRule: [...ADMINS, ...PROJECT_WRITE],
  DeleteConnectivityRule: [...ADMINS, ...PROJECT_WRITE],
  SetConnectivityRuleSources: [...ADMINS, ...PROJECT_WRITE],

  GetConsensusPolicies: READERS,
  GetConsensusPolicy: READERS,
  CreateConsensusPolicy: ADMINS,
  UpdateConsensusPolicy: ADMINS,
  DeleteConsensusPolicy: ADMINS,
  // About a call on "orders", asked for by the owner in person.
  CreateApprovalRequest: NS_WRITE,
  GetApprovalRequests: NS_READ,
  GetApprovalRequest: NS_READ,
  Approve: PEOPLE_ONLY,
  Reject: PEOPLE_ONLY,
  Withdraw: PEOPLE_ONLY,

  GetInvoices: FINANCE,
  GetInvoice: FINANCE,
  AdvanceTestClock: FINANCE,
  GetInvoiceLineUsage: FINANCE,
  GetInvoiceDocument: FINANCE,
  GetBilling: FINANCE,
  GetCredits: FINANCE,
  GetPriceBooks: FINANCE,
  SimulatePrices: FINANCE,
  EstimateCost: FINANCE,
  EstimatePlanChange: FINANCE,
  ChangePlan: FINANCE,
  GetBillingProof: FINANCE,
  GetBudget: FINANCE,
  UpdateBudget: FINANCE,
  StartCheckout: FINANCE,
  GetPaymentMethods: FINANCE,
  StartCardSetup: FINANCE,
  CompleteCardSetup: FINANCE,
  SetDefaultPaymentMethod: FINANCE,
  RemovePaymentMethod: FINANCE,
  OpenBillingPortal: FINANCE,
  ChangeBillingTerms: OPERATORS_ONLY,
  GrantCredit: OPERATORS_ONLY,
  AdjustCredit: OPERATORS_ONLY,
  MakeCommitment: OPERATORS_ONLY,
  AdjustUsage: OPERATORS_ONLY,
  AdjustInvoice: OPERATORS_ONLY,
  GetInvoiceAdjustments: FINANCE,
  CreditInvoice: OPERATORS_ONLY,
  HoldDunning: OPERATORS_ONLY,
  ReconcileInvoices: OPERATORS_ONLY,
  GetBillingAlerts: OPERATORS_ONLY,
  PayInvoice: FINANCE,
  CreateBillingReport: FINANCE,
  GetBillingReport: FINANCE,

  GetQuotas: READERS,
  UpdateQuota: OPERATORS_ONLY,
  GetInstallation: OPERATORS_ONLY,
  GetProvisionings: OPERATORS_ONLY,
  GetProvisioning: OPERATORS_ONLY,
  GetCells: OPERATORS_ONLY,
  GetCell: OPERATORS_ONLY,
  RegisterCell: OPERATORS_ONLY,
  AttachCell: OPERATORS_ONLY,
  GetSigningKeys: OPERATORS_ONLY,
  RotateSigningKey: OPERATORS_ONLY,
  GetRegionSettings: OPERATORS_ONLY,
  CreateRegion: OPERATORS_ONLY,
  UpdateRegion: OPERATORS_ONLY,
};

/** What is refused as if it were not there, so that ids tell nothing. */
export const HIDING: readonly string[] = [
  ...["GetApiKey", "UpdateApiKey", "DeleteApiKey", "RotateApiKey"],
  ...["GetCertificate", "RenewCertificate", "UpdateCertificate", "RevokeCertificate"],
  ...["GetNexusEndpoint", "UpdateNexusEndpoint", "DeleteNexusEndpoint"],
  ...[
    "GetConnectivityRule",
    "GetConnectivityRuleSources",
    "DeleteConnectivityRule",
    "SetConnectivityRuleSources",
  ],
  ...["CreateApprovalRequest", "GetApprovalRequest", "Approve", "Reject", "Withdraw"],
];
