// What follows a change that the server accepted: a word about it, and what it touched is read again.
import { useQueryClient } from "@tanstack/react-query";
import { say } from "./toasts.ts";

interface Accepted {
  asyncOperation?: { state?: string };
}

/**
 * For `onSuccess` of changes: `saved("User deleted", onClose)`. `paths` are beginnings of what is read again. A change
 * that waits for the approval of others says so.
 */
export function useSaved(...paths: readonly string[]) {
  const queryClient = useQueryClient();
  return (title: string, then?: () => void) =>
    async (answer?: unknown): Promise<void> => {
      const isWaiting = (answer as Accepted | undefined)?.asyncOperation?.state === "STATE_PENDING";
      say(
        title,
        isWaiting ? { text: "It takes effect once its work is done, or once others approved it." } : {},
      );
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => paths.some((path) => String(queryKey[1] ?? "").startsWith(path)),
      });
      then?.();
    };
}
