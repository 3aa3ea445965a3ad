// OperatorService: CreateNexusEndpoint, UpdateNexusEndpoint, DeleteNexusEndpoint, GetNexusEndpoint, ListNexusEndpoints.
import type { temporal } from "#contracts";
import { checkedEndpoint } from "../nexus/check-endpoint.ts";
import { endpointMessage } from "../nexus/endpoint.ts";
import { invalid, notFound } from "./lookup.ts";
import { OPERATOR_SERVICE, rpc } from "./operation.ts";
import { CloudError } from "#shared/errors";

type CreateRequest = temporal.api.operatorservice.v1.ICreateNexusEndpointRequest;
type CreateResponse = temporal.api.operatorservice.v1.ICreateNexusEndpointResponse;
type UpdateRequest = temporal.api.operatorservice.v1.IUpdateNexusEndpointRequest;
type UpdateResponse = temporal.api.operatorservice.v1.IUpdateNexusEndpointResponse;
type DeleteRequest = temporal.api.operatorservice.v1.IDeleteNexusEndpointRequest;
type GetRequest = temporal.api.operatorservice.v1.IGetNexusEndpointRequest;
type GetResponse = temporal.api.operatorservice.v1.IGetNexusEndpointResponse;
type ListRequest = temporal.api.operatorservice.v1.IListNexusEndpointsRequest;
type ListResponse = temporal.api.operatorservice.v1.IListNexusEndpointsResponse;

const PAGE_SIZE_DEFAULT = 100;
const PAGE_SIZE_MAX = 1_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const createNexusEndpoint = rpc<CreateRequest, CreateResponse>(
  "CreateNexusEndpoint",
  async (engine, request) => {
    const { namespaces, nexus, journal } = engine;
    const wanted = checkedEndpoint(request.spec, namespaces);
    const row = await nexus.endpoints.create(journal, {
      ...wanted,
      endpointId: engine.ids.uuid(),
      now: engine.clock.now(),
    });
    return { endpoint: endpointMessage(row, namespaces) };
  },
  OPERATOR_SERVICE,
);

export const updateNexusEndpoint = rpc<UpdateRequest, UpdateResponse>(
  "UpdateNexusEndpoint",
  async (engine, request) => {
    const { namespaces, nexus, journal } = engine;
    const wanted = checkedEndpoint(request.spec, namespaces);
    const row = await nexus.endpoints.update(journal, {
      ...wanted,
      endpointId: request.id ?? "",
      version: Number(request.version ?? 0),
      now: engine.clock.now(),
    });
    return { endpoint: endpointMessage(row, namespaces) };
  },
  OPERATOR_SERVICE,
);

export const deleteNexusEndpoint = rpc<DeleteRequest, object>(
  "DeleteNexusEndpoint",
  async (engine, request) => {
    const issues = idIssues(request.id ?? "");
    if (Number(request.version ?? 0) <= 0) issues.push("endpoint version is non-positive");
    if (issues.length > 0) throw invalid(issues.join(", "));
    await engine.nexus.endpoints.delete(engine.journal, request.id ?? "");
    return {};
  },
  OPERATOR_SERVICE,
);

export const getNexusEndpoint = rpc<GetRequest, GetResponse>(
  "GetNexusEndpoint",
  (engine, request) => {
    const endpointId = request.id ?? "";
    const issues = idIssues(endpointId);
    if (issues.length > 0) throw invalid(issues.join(", "));
    const row = engine.nexus.endpoints.byId(endpointId);
    if (row === undefined) throw notFound(`Nexus endpoint with ID \`${endpointId}\` not found`);
    return { endpoint: endpointMessage(row, engine.namespaces) };
  },
  OPERATOR_SERVICE,
);

export const listNexusEndpoints = rpc<ListRequest, ListResponse>(
  "ListNexusEndpoints",
  (engine, request) => {
    const { endpoints } = engine.nexus;
    const name = request.name ?? "";
    if (name !== "") {
      const rows = endpoints.all().filter((row) => row.name === name);
      return { endpoints: rows.map((row) => endpointMessage(row, engine.namespaces)) };
    }
    const pageSize = pageSizeOf(request.pageSize ?? 0);
    const all = endpoints.all();
    const from = firstOfPage(all, request.nextPageToken);
    const next = all[from + pageSize];
    return {
      endpoints: all.slice(from, from + pageSize).map((row) => endpointMessage(row, engine.namespaces)),
      nextPageToken: next === undefined ? new Uint8Array() : Buffer.from(next.endpointId),
    };
  },
  OPERATOR_SERVICE,
);

function idIssues(endpointId: string): string[] {
  if (endpointId === "") return ["endpoint ID not set"];
  return UUID.test(endpointId) ? [] : [`malformed endpoint ID: "${endpointId}" is no UUID`];
}

function pageSizeOf(wanted: number): number {
  if (wanted < 0) throw invalid("page_size is negative");
  if (wanted > PAGE_SIZE_MAX) throw invalid(`page_size exceeds limit of ${PAGE_SIZE_MAX}`);
  return wanted === 0 ? PAGE_SIZE_DEFAULT : wanted;
}

/** A token names the first endpoint of its page. */
function firstOfPage(all: readonly { endpointId: string }[], token: Uint8Array | null | undefined): number {
  if (token == null || token.length === 0) return 0;
  const wanted = Buffer.from(token).toString();
  const from = all.findIndex(({ endpointId }) => endpointId === wanted);
  if (from >= 0) return from;
  throw new CloudError(
    "FAILED_PRECONDITION",
    "could not find endpoint indicated by nexus list endpoints next page token",
  );
}
