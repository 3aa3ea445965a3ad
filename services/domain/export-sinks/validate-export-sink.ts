// Tries a sink's destination with a file that says it is a test. Nothing is stored in the record.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { CloudError } from "#shared/errors";
import type { WriteExportFile } from "./destination.ts";
import { validationKey } from "./export-file.ts";
import { readSinkSpec } from "./read-sink-spec.ts";
import { checkPlace } from "./sink-guards.ts";

/** Errors: INVALID_ARGUMENT for the spec, FAILED_PRECONDITION with the reason when the destination takes no file. */
export async function validateExportSink(
  context: DomainContext,
  write: WriteExportFile,
  request: temporal.api.cloud.cloudservice.v1.IValidateNamespaceExportSinkRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IValidateNamespaceExportSinkResponse> {
  const tx = context.database.query;
  const namespace = await findNamespace(context, tx, {
    namespace: request.namespace ?? "",
    action: "cloud.namespace.exportsink.validate",
  });
  const { destination } = readSinkSpec(request.spec);
  await checkPlace(tx, namespace, destination);
  const key = validationKey(namespace.id, context.ids.uuid());
  const body = Buffer.from("Written to validate an export sink of workflow histories. It can be deleted.\n");
  try {
    await write({ destination, key, body });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw new CloudError("FAILED_PRECONDITION", `The sink takes no file: ${error.publicMessage}`, {
      cause: error,
    });
  }
  return {};
}
