// The authority that signed this installation's certificates, where the world does not know it: a standalone cloud.
import { queryOptions } from "@tanstack/react-query";

/** PEM, or null where clients need none. */
export const ownAuthorityQuery = queryOptions({
  queryKey: ["own-authority"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<string | null> => {
    const answer = await fetch("/ca.pem", { headers: { accept: "application/x-pem-file" } });
    return answer.ok ? answer.text() : null;
  },
});
