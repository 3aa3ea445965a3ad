// The namespace of the address, read again every second while a change of it is under way, and how it is changed.
import { useQueryClient } from "@tanstack/react-query";
import { api } from "#api/client";
import { say } from "#app/toasts";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { isChanging, type Namespace, type NamespaceSpec } from "./namespace-facts.ts";

const REFETCH_CHANGING_MS = 1_000;
const REFETCH_MS = 15_000;

export { useNamespaceId };

export function useNamespace() {
  const id = useNamespaceId();
  const query = api.useQuery(
    "get",
    "/cloud/namespaces/{namespace}",
    { params: { path: { namespace: id } } },
    {
      refetchInterval: ({ state }) => {
        const namespace = state.data?.namespace;
        return namespace !== undefined && isChanging(namespace) ? REFETCH_CHANGING_MS : REFETCH_MS;
      },
    },
  );
  return { id, namespace: query.data?.namespace, error: query.error as unknown, refetch: query.refetch };
}

/** The request that changes parts of the spec and keeps the rest; the version makes a change that came between fail. */
export function changeRequest({ spec, resourceVersion }: Namespace, part: NamespaceSpec) {
  return { spec: { ...spec, ...part }, resourceVersion: resourceVersion ?? "" };
}

/** Changes parts of the namespace's spec; `what` is said when the change is accepted. */
export function useChangeNamespace(what: string) {
  const { id, namespace } = useNamespace();
  const refresh = useRefreshNamespace();
  const update = api.useMutation("post", "/cloud/namespaces/{namespace}", {
    onSuccess: () => {
      say(what, { text: "It takes effect in a moment." });
      return refresh();
    },
  });
  const change = (part: NamespaceSpec, onDone?: () => void): void => {
    if (namespace === undefined) return;
    update.mutate(
      { params: { path: { namespace: id } }, body: changeRequest(namespace, part) },
      onDone === undefined ? {} : { onSuccess: onDone },
    );
  };
  return { change, isPending: update.isPending, error: update.error as unknown, reset: update.reset };
}

/** Reads everything of namespaces again. */
export function useRefreshNamespace(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1] ?? "").includes("/namespaces"),
    });
}
