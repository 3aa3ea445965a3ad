// Whether the person may change what runs in a namespace. While nobody knows, nothing is offered; the gateway decides anyway.
import { api } from "./client.ts";

export function useMayWrite(namespace: string): boolean {
  const { data } = api.useQuery("get", "/api/v1/access-explanation", {
    params: { query: { action: "cloud.workflow.write", namespace } },
  });
  return (data?.allowedActions?.length ?? 0) > 0;
}
