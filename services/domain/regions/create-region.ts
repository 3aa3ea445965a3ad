// Makes a region known. It serves nobody until a cell is registered for it or attached to it. For operators.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { readRegionSpec } from "./region-message.ts";
import { columnsOf } from "./region-store.ts";
import { REGIONS_MAX } from "./region.ts";

export async function createRegion(
  context: DomainContext,
  request: cloudV1.ICreateRegionRequest,
): Promise<cloudV1.ICreateRegionResponse> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.region.create",
      operationType: "CreateRegion",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.CreateRegionRequest", message: request },
      resourceType: "region",
      resourceId: request.spec?.regionId ?? "",
    },
    async (tx) => {
      const settings = readRegionSpec(request.spec ?? {});
      // The primary key makes a second one impossible; this says so in words.
      if ((await tx.region.findUnique({ where: { id: settings.id } })) !== null) {
        throw new CloudError("ALREADY_EXISTS", `There is already a region ${settings.id}.`, {
          field: "spec.regionId",
        });
      }
      if ((await tx.region.count()) >= REGIONS_MAX) {
        throw new CloudError("RESOURCE_EXHAUSTED", `An installation has at most ${REGIONS_MAX} regions.`);
      }
      await tx.region.create({ data: { id: settings.id, ...columnsOf(settings) } });
      return { resourceId: settings.id, after: settings };
    },
  );
  return { region: operation.resourceId, asyncOperation: toAsyncOperation(operation) };
}
