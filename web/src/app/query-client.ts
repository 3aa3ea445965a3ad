// The cache of what the API answered. An answer that the session has ended sends the person to sign in, wherever it came.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, Problem } from "#api/problem";
import { SESSION_KEY } from "#api/session";

const FRESH_MS = 5_000;
const RETRIES_MAX = 3;
/** How soon what could not be read for a passing reason is asked for again, until it is there. */
const RECOVERY_MS = 5_000;

/** No answer, or one that the server is not well: another try may find it better. */
function isPassing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 500);
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
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => isPassing(error) && failures < RETRIES_MAX,
        refetchInterval: ({ state }) => (isPassing(state.error) ? RECOVERY_MS : false),
        // Without a network calls fail and are told about, instead of waiting for it in silence.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
  return queryClient;
}
