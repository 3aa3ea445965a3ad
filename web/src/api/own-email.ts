// By which name the person's own acts are told: their address, as the histories of workflows show it.
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "./session.ts";

/** Empty until it is known. */
export function useOwnEmail(): string {
  return useQuery(sessionQuery).data?.email ?? "";
}
