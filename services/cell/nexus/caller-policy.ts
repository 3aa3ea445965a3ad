// The port for who may call a Nexus endpoint. Namespaces of a cell belong to different tenants: who lets whom in is told
// by the control plane; a cell that nobody tells lets all its namespaces call all its endpoints.
import type { EndpointRow } from "../store/nexus-endpoint-store.ts";

export interface CallerPolicy {
  mayCall(endpoint: EndpointRow, callerNamespaceId: string): boolean;
}

export const everyCaller: CallerPolicy = { mayCall: () => true };
