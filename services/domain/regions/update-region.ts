// Changes a region's settings, or closes it for new namespaces. What namespaces answer as their endpoints follows at
// once, so the addresses of a region in use must lead to the same gateways. For operators.
import { isDeepStrictEqual } from "node:util";
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { readRegionSpec } from "./region-message.ts";
import { columnsOf, getRegion, settingsOf } from "./region-store.ts";

export async function updateRegion(
  context: DomainContext,
  request: cloudV1.IUpdateRegionRequest,
): Promise<cloudV1.IUpdateRegionResponse> {
  const id = request.region ?? "";
  const { operation } = await mutate(
    context,
    {
      action: "cloud.region.update",
      operationType: "UpdateRegion",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.UpdateRegionRequest", message: request },
      resourceType: "region",
      resourceId: id,
    },
    async (tx) => {
      const row = await getRegion(tx, id);
      checkResourceVersion(row, request.resourceVersion);
      const spec = request.spec ?? {};
      const regionId = spec.regionId ?? "";
      if (regionId !== "" && regionId !== id) {
        throw new CloudError("INVALID_ARGUMENT", "spec.regionId: a region cannot be renamed.", {
          field: "spec.regionId",
        });
      }
      const next = columnsOf(readRegionSpec({ ...spec, regionId: id }));
      const before = settingsOf(row);
      if (isDeepStrictEqual(next, before)) throw nothingToChange();
      await tx.region.update({ where: { id }, data: { ...next, resourceVersion: { increment: 1 } } });
      return { resourceId: id, before, after: next };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}
