// ApplyNamespace, DeleteNamespace, GetNamespace: the control plane's intended state of a namespace becomes the cell's.
import type { cellV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { deleteNamespace } from "../namespaces/purge-namespace.ts";
import { newNamespaceRow, putNamespace } from "../namespaces/put-namespace.ts";
import { countOpen } from "../store/execution-queries.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Errors: ALREADY_EXISTS when the name belongs to a namespace with another id. */
export async function applyNamespace(
  engine: Engine,
  request: cellV1.IApplyNamespaceRequest,
): Promise<cellV1.IApplyNamespaceResponse> {
  const wanted = request.namespace;
  if (wanted == null)
    throw new CloudError("INVALID_ARGUMENT", "namespace is not set.", { field: "namespace" });
  const id = wanted.namespaceId ?? "";
  const name = wanted.name ?? "";
  if (id !== "" && !UUID.test(id)) throw new CloudError("INVALID_ARGUMENT", "namespace_id is not a UUID.");
  const known = id === "" ? engine.namespaces.byName(name) : engine.namespaces.byId(id);
  const sameName = engine.namespaces.byName(name);
  if (sameName !== undefined && sameName !== known) {
    throw new CloudError("ALREADY_EXISTS", `Namespace ${name} exists in this cell with another id.`);
  }
  const generation = wanted.generation ?? 0;
  if (known !== undefined && known.row.generation > generation) return { namespace: messageOf(known) };
  const row = known?.row ?? newNamespaceRow(engine, name);
  const applied = await putNamespace(engine, {
    ...row,
    namespaceId: id === "" ? row.namespaceId : id,
    retentionDays: wanted.retentionDays || row.retentionDays,
    searchAttributes: { ...wanted.searchAttributes },
    formerAttributeNames: { ...wanted.formerAttributeNames },
    generation,
    startsRefused: wanted.startsRefused === true,
    fairnessKeysIgnored: wanted.fairnessKeysIgnored === true,
    description: wanted.description ?? "",
    ownerEmail: wanted.ownerEmail ?? "",
  });
  return { namespace: messageOf(applied) };
}

/** What is not there is deleted already; an id that does not fit the name is somebody else's namespace. */
export async function removeNamespace(
  engine: Engine,
  request: cellV1.IDeleteNamespaceRequest,
): Promise<cellV1.IDeleteNamespaceResponse> {
  const id = request.namespaceId ?? "";
  const known = id === "" ? engine.namespaces.byName(request.name ?? "") : engine.namespaces.byId(id);
  if (known !== undefined) await deleteNamespace(engine, known);
  return {};
}

/** Errors: NOT_FOUND. */
export async function getNamespace(
  engine: Engine,
  request: cellV1.IGetNamespaceRequest,
): Promise<cellV1.IGetNamespaceResponse> {
  const namespace = engine.namespaces.named(request.name);
  return { namespace: messageOf(namespace), openWorkflows: await countOpen(engine.pool, [namespace.id]) };
}

function messageOf({ row }: Namespace): cellV1.ICellNamespace {
  return {
    name: row.name,
    namespaceId: row.namespaceId,
    retentionDays: row.retentionDays,
    searchAttributes: row.searchAttributes,
    formerAttributeNames: row.formerAttributeNames,
    generation: row.generation,
    startsRefused: row.startsRefused,
    fairnessKeysIgnored: row.fairnessKeysIgnored,
    description: row.description,
    ownerEmail: row.ownerEmail,
  };
}
