// Who acts, as it is written into histories.
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "#api/session";

export function useIdentity(): string {
  const { data } = useQuery(sessionQuery);
  return data?.email ?? "console";
}
