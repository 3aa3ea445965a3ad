// Where a namespace is called by programs, for commands that the console shows.
import { api } from "./client.ts";

/** "localhost:7320"; empty until it is known. */
export function useNamespaceAddress(namespace: string): string {
  const { data } = api.useQuery("get", "/cloud/namespaces/{namespace}", { params: { path: { namespace } } });
  return data?.namespace?.endpoints?.grpcAddress ?? "";
}
