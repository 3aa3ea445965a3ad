// What a namespace's sinks are refused for besides the spec's own rules.
import type { Transaction } from "#domain/database";
import type { NamespaceRow } from "#domain/namespaces";
import { CloudError } from "#shared/errors";
import type { ExportDestination } from "./destination.ts";

const EMBEDDED = "embedded";
const PROVIDER = { s3: "aws", gcs: "gcp", azure_blob: "azure" } as const;

/**
 * A bucket must be in the region of the namespace when that is one of the same cloud, and the cell must be able to
 * read histories in the order in which they closed. Errors: INVALID_ARGUMENT, FAILED_PRECONDITION.
 */
export async function checkPlace(
  tx: Transaction,
  namespace: NamespaceRow,
  destination: ExportDestination,
): Promise<void> {
  const cell = await tx.cell.findUnique({ where: { id: namespace.cellId } });
  if (cell !== null && cell.driver !== EMBEDDED) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "The namespace runs on a Temporal cluster, whose histories cannot be exported. Use the cluster's archival.",
    );
  }
  const region = await tx.region.findUnique({ where: { id: cell?.regionId ?? "" } });
  const { kind } = destination;
  if (region === null || region.provider !== PROVIDER[kind]) return;
  if (region.providerRegion === destination.region) return;
  const field = `spec.${kind === "azure_blob" ? "azureBlob" : kind}.region`;
  throw new CloudError(
    "INVALID_ARGUMENT",
    `${field}: must be ${region.providerRegion}, where the namespace is.`,
    { field },
  );
}
