// What the account pays by and what it costs, read again every minute because the month goes on.
import { useQueryClient } from "@tanstack/react-query";
import { api } from "#api/client";

const REFETCH_MS = 60_000;

export function useBilling() {
  return api.useQuery("get", "/api/v1/billing", {}, { refetchInterval: REFETCH_MS });
}

/** Reads everything of money again, after a change of it. */
export function useRefreshBilling(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey }) => /\/(billing|invoices|cost-report)/.test(String(queryKey[1] ?? "")),
    });
}
