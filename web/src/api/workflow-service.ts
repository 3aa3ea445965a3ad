// Calls of Temporal's WorkflowService on running namespaces, through the API's relay, with nothing but the session: typed
// by Temporal's own descriptors, as canonical proto3 JSON. What the person may not do is refused with a Problem.
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from "@tanstack/react-query";
import { readCsrfToken } from "./csrf-token.ts";
import type { Enums, Messages, Methods } from "./generated/workflow-service.ts";
import { Problem, problemOf, UNREACHABLE } from "./problem.ts";

export type Method = keyof Methods;
export type RequestOf<Name extends Method> = Methods[Name]["request"];
export type ResponseOf<Name extends Method> = Methods[Name]["response"];
/** `Message<"temporal.api.workflow.v1.WorkflowExecutionInfo">`. */
export type Message<Name extends keyof Messages> = Messages[Name];
export type EnumName<Name extends keyof Enums> = Enums[Name];

const PATH = "/api/v1/workflow-service";

/** One call, outside of components. Failures throw a Problem. */
export async function callWorkflowService<Name extends Method>(
  method: Name,
  request: RequestOf<Name>,
  signal?: AbortSignal,
): Promise<ResponseOf<Name>> {
  const csrfToken = readCsrfToken();
  const answer = await fetch(`${PATH}/${method}`, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "application/json",
      ...(csrfToken === undefined ? {} : { "x-csrf-token": csrfToken }),
    },
    body: JSON.stringify(request),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new Problem(UNREACHABLE, 0, undefined, undefined, undefined);
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as ResponseOf<Name>;
}

/** What of a namespace is known starts with this key, so that a change can make all of it be asked again. */
export function workflowServiceKey(namespace: string | undefined): readonly unknown[] {
  return ["workflow-service", namespace ?? ""];
}

function keyOf(method: Method, request: object): readonly unknown[] {
  const { namespace } = request as { namespace?: string };
  return [...workflowServiceKey(namespace), method, request];
}

interface QuerySettings {
  /** Asks again so often while the page is shown. */
  refetchMs?: number;
}

/** `useQuery(workflowServiceQuery("DescribeTaskQueue", { namespace, ... }, { refetchMs: 5_000 }))`. */
export function workflowServiceQuery<Name extends Method>(
  method: Name,
  request: RequestOf<Name>,
  { refetchMs }: QuerySettings = {},
) {
  return queryOptions({
    queryKey: keyOf(method, request),
    queryFn: ({ signal }): Promise<ResponseOf<Name>> => callWorkflowService(method, request, signal),
    ...(refetchMs === undefined ? {} : { refetchInterval: refetchMs }),
  });
}

type PagedMethod = {
  [Name in Method]: RequestOf<Name> extends { nextPageToken?: string } ? Name : never;
}[Method];

/** For useInfiniteQuery: page after page, by the method's page token. */
export function workflowServicePages<Name extends PagedMethod>(
  method: Name,
  request: RequestOf<Name>,
  { refetchMs }: QuerySettings = {},
) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(method, request), "pages"],
    initialPageParam: "",
    queryFn: ({ signal, pageParam }): Promise<ResponseOf<Name>> => {
      const nextPage = pageParam === "" ? {} : { nextPageToken: pageParam };
      return callWorkflowService(method, { ...request, ...nextPage }, signal);
    },
    getNextPageParam: (page) => {
      const { nextPageToken = "" } = page as { nextPageToken?: string };
      return nextPageToken === "" ? undefined : nextPageToken;
    },
    ...(refetchMs === undefined ? {} : { refetchInterval: refetchMs }),
  });
}

/** A change: when it is done, everything that is shown of its namespace is asked again. */
export function useWorkflowServiceMutation<Name extends Method>(
  method: Name,
): UseMutationResult<ResponseOf<Name>, Error, RequestOf<Name>> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: RequestOf<Name>) => callWorkflowService(method, request),
    onSuccess: (_, request) => {
      const { namespace } = request as { namespace?: string };
      // Not waited for: a query that no worker answers would hold up whoever sent a signal.
      void queryClient.invalidateQueries({ queryKey: workflowServiceKey(namespace) });
    },
  });
}
