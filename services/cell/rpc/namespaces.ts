// RegisterNamespace, UpdateNamespace, DescribeNamespace, ListNamespaces, DeprecateNamespace.
import { codecOf, msOfDuration, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { deleteNamespace as removeNamespace } from "../namespaces/purge-namespace.ts";
import { newNamespaceRow, putNamespace } from "../namespaces/put-namespace.ts";
import { invalid } from "./lookup.ts";
import { namespaceMessage } from "./namespace-message.ts";
import { OPERATOR_SERVICE, rpc } from "./operation.ts";

type RegisterRequest = temporal.api.workflowservice.v1.IRegisterNamespaceRequest;
type UpdateRequest = temporal.api.workflowservice.v1.IUpdateNamespaceRequest;
type UpdateResponse = temporal.api.workflowservice.v1.IUpdateNamespaceResponse;
type DescribeRequest = temporal.api.workflowservice.v1.IDescribeNamespaceRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeNamespaceResponse;
type DeleteRequest = temporal.api.operatorservice.v1.IDeleteNamespaceRequest;
type DeleteResponse = temporal.api.operatorservice.v1.IDeleteNamespaceResponse;
type ListRequest = temporal.api.workflowservice.v1.IListNamespacesRequest;
type ListResponse = temporal.api.workflowservice.v1.IListNamespacesResponse;

const existsCodec = codecOf<temporal.api.errordetails.v1.INamespaceAlreadyExistsFailure>(
  "temporal.api.errordetails.v1.NamespaceAlreadyExistsFailure",
);

const DAY_MS = 86_400_000;
/** As Temporal; what is less than a day is kept for one, because days are what is counted here. */
const RETENTION_MS_MIN = 3_600_000;
const PAGE_SIZE_MAX = 1_000;
const NO_RETENTION = "A valid retention period is not set on request.";

export const registerNamespace = rpc<RegisterRequest, object>(
  "RegisterNamespace",
  async (engine, request) => {
    const name = request.namespace ?? "";
    if (name === "") throw invalid("Namespace not set on request.");
    const retentionDays = retentionDaysOf(request.workflowExecutionRetentionPeriod);
    if (retentionDays === undefined) throw invalid(NO_RETENTION);
    if (engine.namespaces.byName(name) !== undefined) {
      throw new CloudError("ALREADY_EXISTS", `Namespace "${name}" already exists`, {
        details: [{ typeName: existsCodec.typeName, value: existsCodec.encode({}) }],
      });
    }
    const row = newNamespaceRow(engine, name);
    await putNamespace(engine, {
      ...row,
      retentionDays,
      description: request.description ?? "",
      ownerEmail: request.ownerEmail ?? "",
      data: request.data ?? {},
    });
    return {};
  },
);

export const updateNamespace = rpc<UpdateRequest, UpdateResponse>(
  "UpdateNamespace",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const { row } = namespace;
    const { updateInfo, config } = request;
    const updated = await putNamespace(engine, {
      ...row,
      retentionDays: retentionDaysOf(config?.workflowExecutionRetentionTtl) ?? row.retentionDays,
      description: updateInfo?.description || row.description,
      ownerEmail: updateInfo?.ownerEmail || row.ownerEmail,
      data: { ...row.data, ...updateInfo?.data },
    });
    return namespaceMessage(updated);
  },
);

export const describeNamespace = rpc<DescribeRequest, DescribeResponse>(
  "DescribeNamespace",
  (engine, request) => {
    if ((request.id ?? "") !== "" && (request.namespace ?? "") !== "") {
      throw invalid("GetNamespace operation failed. Both ID and Name specified in request.");
    }
    return namespaceMessage(namespaceOf(engine, request));
  },
);

export const listNamespaces = rpc<ListRequest, ListResponse>("ListNamespaces", (engine, request) => {
  const after = Buffer.from(request.nextPageToken ?? []).toString("utf8");
  const pageSize = Math.min(request.pageSize || PAGE_SIZE_MAX, PAGE_SIZE_MAX);
  const all = engine.namespaces.all().sort((a, b) => (a.name < b.name ? -1 : 1));
  const rest = all.filter((namespace) => namespace.name > after);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  return {
    namespaces: page.map(namespaceMessage),
    nextPageToken:
      last !== undefined && rest.length > page.length ? Buffer.from(last.name, "utf8") : new Uint8Array(),
  };
});

/** The name is free at once; what is in the namespace goes in the background. */
export const deleteNamespace = rpc<DeleteRequest, DeleteResponse>(
  "DeleteNamespace",
  async (engine, request) => {
    const id = request.namespaceId ?? "";
    if (id !== "" && (request.namespace ?? "") !== "")
      throw invalid("Only one of namespace name or Id should be set on request.");
    if (id === "" && (request.namespace ?? "") === "") throw invalid("Namespace is not set on request.");
    const namespace = namespaceOf(engine, { namespace: request.namespace ?? null, id });
    const deletedNamespace = `${namespace.name}-deleted-${namespace.id.slice(0, 5)}`;
    await removeNamespace(engine, namespace);
    return { deletedNamespace };
  },
  OPERATOR_SERVICE,
);

export const deprecateNamespace = rpc<DescribeRequest, object>("DeprecateNamespace", () => {
  throw new CloudError(
    "UNIMPLEMENTED",
    "Namespaces of this cell are deleted by the control plane, not deprecated.",
  );
});

function namespaceOf(engine: Engine, request: DescribeRequest): Namespace {
  if ((request.id ?? "") === "") return engine.namespaces.named(request.namespace);
  const found = engine.namespaces.byId(request.id ?? "");
  if (found === undefined) throw new CloudError("NOT_FOUND", `Namespace ${request.id ?? ""} is not found.`);
  return found;
}

function retentionDaysOf(ttl: Parameters<typeof msOfDuration>[0]): number | undefined {
  const ms = msOfDuration(ttl);
  if (ms === undefined || ms === 0) return undefined;
  if (ms < RETENTION_MS_MIN) throw invalid(NO_RETENTION);
  return Math.ceil(ms / DAY_MS);
}
