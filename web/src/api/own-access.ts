// What the person who is signed in may do in the account: pages leave out what would be refused. The server decides anew
// at every call, whatever is shown.
import { api } from "./client.ts";

const FRESH_MS = 60_000;

/** Answers whether an action such as "cloud.user.create" is allowed; nothing is until that is known. */
export function useMay(): (action: string) => boolean {
  const { data } = api.useQuery("get", "/api/v1/access-explanation", {}, { staleTime: FRESH_MS });
  const allowed = new Set((data?.allowedActions ?? []).map(({ action }) => action));
  return (action) => allowed.has(action);
}
