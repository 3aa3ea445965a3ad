// A Nexus endpoint as Temporal's messages tell it, and as its store keeps it.
import { codecOf, timestampOfMs, type temporal } from "#contracts";
import type { EndpointRow } from "../store/nexus-endpoint-store.ts";
import type { Namespaces } from "../namespaces/namespaces.ts";

type Endpoint = temporal.api.nexus.v1.IEndpoint;

const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");

/** Below the address of the cell's HTTP surface. */
export function endpointPath(endpointId: string): string {
  return `/nexus/endpoints/${endpointId}/services`;
}

export function endpointMessage(row: EndpointRow, namespaces: Namespaces): Endpoint {
  const { target, description } = row;
  return {
    version: row.version as never,
    id: row.endpointId,
    spec: {
      name: row.name,
      description: description === undefined ? null : payloadCodec.decode(description),
      target: targetMessage(target, namespaces),
    },
    createdTime: timestampOfMs(row.createdAt),
    lastModifiedTime: row.modifiedAt === undefined ? null : timestampOfMs(row.modifiedAt),
    urlPrefix: endpointPath(row.endpointId),
  };
}

function targetMessage(
  target: EndpointRow["target"],
  namespaces: Namespaces,
): temporal.api.nexus.v1.IEndpointTarget {
  if ("url" in target) return { external: { url: target.url } };
  // Operators see which cell it is; nobody else is shown endpoints of a cell.
  if ("cellId" in target) return { external: { url: `temporal://cell/${target.cellId}` } };
  // A namespace that is gone has no name any more; its endpoints stay until they are deleted.
  const namespace = namespaces.byId(target.namespaceId)?.name ?? "";
  return { worker: { namespace, taskQueue: target.taskQueue } };
}
