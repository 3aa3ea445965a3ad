// Whether the person may change workflows of a namespace. While nobody knows, nothing is offered; the server decides anyway.
import { api } from "#api/client";

export function useMayWrite(namespace: string): boolean {
  const { data } = api.useQuery("get", "/api/v1/access-explanation", {
    params: { query: { action: "cloud.workflow.write", namespace } },
  });
  return (data?.allowedActions?.length ?? 0) > 0;
}
