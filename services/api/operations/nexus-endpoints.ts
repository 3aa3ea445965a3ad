// Operations of Nexus endpoints.
import type { temporal } from "#contracts";
import {
  createNexusEndpoint,
  deleteNexusEndpoint,
  getNexusEndpoint,
  getNexusEndpoints,
  updateNexusEndpoint,
} from "#domain/nexus-endpoints";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";
type Requests = typeof temporal.api.cloud.cloudservice.v1;
type Request<Name extends keyof Requests> = Requests[Name] extends {
  create(properties?: infer Message): unknown;
}
  ? NonNullable<Message>
  : never;

export const nexusEndpointOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/GetNexusEndpoints`,
    permission: "cloud.nexusendpoint.list",
    run: (context, request: Request<"GetNexusEndpointsRequest">) => getNexusEndpoints(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetNexusEndpoint`,
    permission: "cloud.nexusendpoint.get",
    run: (context, request: Request<"GetNexusEndpointRequest">) => getNexusEndpoint(context, request),
  }),
  operation({
    rpc: `${CLOUD}/CreateNexusEndpoint`,
    permission: "cloud.nexusendpoint.create",
    run: (context, request: Request<"CreateNexusEndpointRequest">) => createNexusEndpoint(context, request),
  }),
  operation({
    rpc: `${CLOUD}/UpdateNexusEndpoint`,
    permission: "cloud.nexusendpoint.update",
    run: (context, request: Request<"UpdateNexusEndpointRequest">) => updateNexusEndpoint(context, request),
  }),
  operation({
    rpc: `${CLOUD}/DeleteNexusEndpoint`,
    permission: "cloud.nexusendpoint.delete",
    run: (context, request: Request<"DeleteNexusEndpointRequest">) => deleteNexusEndpoint(context, request),
  }),
];
