// The door of Nexus endpoints: names in an account by which its namespaces call each other.
export { createNexusEndpoint } from "./create-nexus-endpoint.ts";
export { deleteNexusEndpoint } from "./delete-nexus-endpoint.ts";
export { getNexusEndpoint, getNexusEndpoints } from "./get-nexus-endpoints.ts";
export { updateNexusEndpoint } from "./update-nexus-endpoint.ts";
export { placesOf, type EndpointPlace } from "./endpoint-places.ts";
export { knownEndpoints, listSettledEndpoints } from "./nexus-endpoint-store.ts";
export type { NexusEndpointRow } from "./nexus-endpoint.ts";
export {
  abandonEndpoint,
  findEndpointInFlight,
  forgetEndpoint,
  publishEndpoint,
  restoreEndpoint,
  settleEndpoint,
  type EndpointStep,
} from "./provisioning-steps.ts";
