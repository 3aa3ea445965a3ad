// The operation table joined with its descriptors: what each transport mounts, and which rpcs have no row yet.
import { methodOf, methodsOf, type RpcMethod } from "#contracts";
import type { Operation } from "../operations/operation.ts";

/** The services of the public API. */
export const PUBLIC_SERVICES = [
  "temporal.api.cloud.cloudservice.v1.CloudService",
  "cellplane.cloud.v1.AccessService",
  "cellplane.cloud.v1.AccountService",
  "cellplane.cloud.v1.ApiKeyService",
  "cellplane.cloud.v1.UserService",
  "cellplane.cloud.v1.AuditService",
  "cellplane.cloud.v1.CertificateService",
  "cellplane.cloud.v1.CellService",
  "cellplane.cloud.v1.ConnectivityService",
  "cellplane.cloud.v1.RegionService",
  "cellplane.cloud.v1.QuotaService",
  "cellplane.cloud.v1.SigningKeyService",
  "cellplane.cloud.v1.ConsensusService",
  "cellplane.cloud.v1.UsageService",
  "cellplane.cloud.v1.MetricsService",
  "cellplane.cloud.v1.BillingService",
  "cellplane.cloud.v1.MailboxService",
  "cellplane.cloud.v1.NamespaceService",
  "cellplane.cloud.v1.PaymentMethodService",
  "cellplane.cloud.v1.OperatorService",
  "cellplane.cloud.v1.PasskeyService",
  "cellplane.cloud.v1.ProvisioningGateService",
  "cellplane.cloud.v1.ScimService",
  "cellplane.cloud.v1.SignInPolicyService",
  "cellplane.cloud.v1.SingleSignOnService",
] as const;

export interface MountedOperation {
  readonly method: RpcMethod;
  /** Undefined for an rpc of a public service that has no row: it answers UNIMPLEMENTED. */
  readonly operation: Operation | undefined;
}

/** Every rpc of the given services with its row. Throws on two rows for one rpc and on a row for an unknown rpc. */
export function joinTable(
  operations: readonly Operation[],
  services: readonly string[] = PUBLIC_SERVICES,
): MountedOperation[] {
  const rows = new Map<string, Operation>();
  for (const row of operations) {
    const { path } = methodOf(row.rpc);
    if (rows.has(path)) throw new Error(`two rows for ${row.rpc}`);
    rows.set(path, row);
  }
  const mounted = services.flatMap((service) =>
    methodsOf(service).map((method) => ({ method, operation: rows.get(method.path) })),
  );
  const reachable = new Set(mounted.map(({ method }) => method.path));
  for (const path of rows.keys())
    if (!reachable.has(path)) throw new Error(`${path} has a row but its service is not mounted`);
  return mounted;
}
