// The cache of what the API answered. An answer that the session has ended sends the person to sign in, wherever it came.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, Problem } from "#api/problem";
import { SESSION_KEY } from "#api/session";

const FRESH_MS = 5_000;
const RETRIES_MAX = 3;

function isWorthAnotherTry(failures: number, error: Error): boolean {
  const isPassing = error instanceof Problem && (error.status === 0 || error.status >= 500);
  return isPassing && failures < RETRIES_MAX;
}

export function createQueryClient(onSessionEnded: () => void): QueryClient {
  const notice = (error: unknown): void => {
    if (!isSignedOut(error) || queryClient.getQueryData(SESSION_KEY) == null) return;
    queryClient.setQueryData(SESSION_KEY, null);
    onSessionEnded();
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: isWorthAnotherTry } },
  });
  return queryClient;
}
