// What the person who is signed in may do in the account: pages leave out what would be refused. The server decides anew
// at every call, whatever is shown.
import { api } from "./client.ts";

const FRESH_MS = 60_000;

export interface Access {
  /** Whether an action such as "cloud.user.create" is allowed; nothing is until that is known. */
  may: (action: string) => boolean;
  /** False until there is an answer, or the reason why there is none. */
  isKnown: boolean;
  error: unknown;
}

export function useAccess(): Access {
  const { data, error } = api.useQuery("get", "/api/v1/access-explanation", {}, { staleTime: FRESH_MS });
  const allowed = new Set((data?.allowedActions ?? []).map(({ action }) => action));
  return { may: (action) => allowed.has(action), isKnown: data !== undefined || error !== null, error };
}

/** Answers whether an action such as "cloud.user.create" is allowed; nothing is until that is known. */
export function useMay(): (action: string) => boolean {
  return useAccess().may;
}
