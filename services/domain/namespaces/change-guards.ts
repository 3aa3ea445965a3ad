// What every change of a namespace is refused for: a stale resource version, an operation in flight, a region that is unknown or closed.
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import type { NamespaceRow } from "./namespace.ts";

/** Errors: FAILED_PRECONDITION when the client read an older state than the present one. */
export function checkResourceVersion(row: NamespaceRow, given: string | null | undefined): void {
  if (given === String(row.resourceVersion)) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    given == null || given === ""
      ? "resource_version is required: send the one that GetNamespace answered."
      : "The namespace has changed since it was read: read it again and send its resource_version.",
    { field: "resourceVersion" },
  );
}

/** One change at a time. Errors: FAILED_PRECONDITION naming the operation in flight. */
export function checkSettled(row: NamespaceRow): void {
  if (row.state === "ACTIVE" && row.asyncOperationId === "") return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `The namespace is ${row.state.toLowerCase()} by operation ${row.asyncOperationId}. Wait until it ends.`,
    { retryAfterMs: 1_000 },
  );
}

/** Errors: FAILED_PRECONDITION naming a Nexus endpoint whose target the namespace is: its callers would call nobody. */
export async function checkNoEndpointTarget(tx: Transaction, row: NamespaceRow): Promise<void> {
  const endpoint = await tx.nexusEndpoint.findFirst({
    where: { accountId: row.accountId, targetNamespace: row.id },
    select: { name: true },
  });
  if (endpoint === null) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `The namespace is the target of the Nexus endpoint ${endpoint.name}. Delete the endpoint or change its target first.`,
  );
}

/** Errors: INVALID_ARGUMENT naming the regions that exist; `field` is where the client named them. */
export async function checkRegions(
  tx: Transaction,
  regions: readonly string[],
  field = "spec.regions",
): Promise<void> {
  if (regions.length === 0) {
    throw new CloudError("INVALID_ARGUMENT", `${field}: name the region of the namespace.`, { field });
  }
  const known = await tx.region.findMany({
    select: { id: true, disabled: true },
    orderBy: { id: "asc" },
  });
  const ids = known.filter((region) => !region.disabled).map((region) => region.id);
  const unknown = regions.find((region) => !ids.includes(region));
  if (unknown === undefined) return;
  const reason = known.some((region) => region.id === unknown)
    ? `the region ${unknown} takes no new namespaces`
    : `there is no region ${JSON.stringify(unknown.slice(0, 80))}`;
  throw new CloudError("INVALID_ARGUMENT", `${field}: ${reason}. Regions: ${ids.join(", ")}.`, { field });
}
