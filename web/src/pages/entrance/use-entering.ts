// What follows a sign-in, however it was done: everything that was read for somebody else is forgotten; then the person
// goes where they wanted to.
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { keepCsrfToken } from "#api/csrf-token";
import { SESSION_KEY, type Session } from "#api/session";

export function useEntering(next: string | undefined) {
  const router = useRouter();
  const queryClient = useQueryClient();
  return async (answer: { session?: Session; csrfToken?: string }): Promise<void> => {
    queryClient.clear();
    keepCsrfToken(answer.csrfToken);
    queryClient.setQueryData(SESSION_KEY, answer.session ?? null);
    await router.invalidate();
    router.history.push(next ?? "/namespaces");
  };
}
