// ListNamespaces, which the gateway answers itself from its directory: the namespaces on which the caller has a right, be
// they in whatever cells. Temporal's Web UI and its command line ask for it. What only the cell knows is left out.
import { methodOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { DirectoryView, NamespaceRecord } from "../directory/directory-view.ts";
import { namespacesOf } from "../identity/authorize.ts";
import type { Caller } from "../identity/caller.ts";

type Request = temporal.api.workflowservice.v1.IListNamespacesRequest;
type Response = temporal.api.workflowservice.v1.IListNamespacesResponse;

const { NamespaceState } = temporal.api.enums.v1;
const METHOD = methodOf("temporal.api.workflowservice.v1.WorkflowService/ListNamespaces");
const PAGE_SIZE_MAX = 1_000;

export const LIST_NAMESPACES = METHOD.path;

/** By name; `named` is what the call names beside its request, and then the only one that is listed. */
export function listNamespaces(
  encoded: Uint8Array,
  {
    caller,
    named,
    view,
    now,
  }: { caller: Caller; named: NamespaceRecord | undefined; view: DirectoryView; now: number },
): Uint8Array {
  const request = METHOD.request.decode(encoded) as Request;
  const all = named === undefined ? namespacesOf(caller, view, now) : [named];
  if (all instanceof CloudError) throw all;
  const after = Buffer.from(request.nextPageToken ?? []).toString("utf8");
  const rest = [...all].filter(({ name }) => name > after).sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = rest.slice(0, Math.min(Math.max(0, request.pageSize ?? 0) || PAGE_SIZE_MAX, PAGE_SIZE_MAX));
  const last = page.at(-1)?.name ?? "";
  const response: Response = {
    namespaces: page.map(messageOf),
    nextPageToken: Buffer.from(rest.length > page.length ? last : "", "utf8"),
  };
  return METHOD.response.encode(response);
}

function messageOf({
  name,
  namespaceId,
}: NamespaceRecord): temporal.api.workflowservice.v1.IDescribeNamespaceResponse {
  const state = NamespaceState.NAMESPACE_STATE_REGISTERED;
  return {
    namespaceInfo: { name, id: namespaceId, state, supportsSchedules: true },
    isGlobalNamespace: false,
  };
}
