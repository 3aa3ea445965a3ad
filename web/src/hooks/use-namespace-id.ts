// The namespace that the address names: "orders.a1b2c"; empty outside of namespaces.
import { useParams } from "@tanstack/react-router";

export function useNamespaceId(): string {
  return useParams({ strict: false }).namespace ?? "";
}
