// Who may call a Nexus endpoint. Namespaces of a cell belong to different tenants: the control plane says who sees an
// endpoint and who is let in; endpoints of the cell itself, which nobody says that of, are for all its namespaces.
import type { Namespaces } from "../namespaces/namespaces.ts";
import type { EndpointRow } from "../store/nexus-endpoint-store.ts";

export interface CallerPolicy {
  mayCall(endpoint: EndpointRow, callerNamespaceId: string): boolean;
}

/** The namespaces of one tenant share what comes after the last dot of their names; without a dot it is empty. */
export function scopeOf(namespace: string): string {
  return namespace.slice(namespace.lastIndexOf(".") + 1 || namespace.length);
}

/** A namespace that is gone may call nothing. */
export function listedCallers(namespaces: Pick<Namespaces, "byId">): CallerPolicy {
  return {
    mayCall({ scope, callers }, callerNamespaceId) {
      const name = namespaces.byId(callerNamespaceId)?.name;
      if (name === undefined || (scope !== "" && scopeOf(name) !== scope)) return false;
      return callers === undefined || callers.has(name);
    },
  };
}
