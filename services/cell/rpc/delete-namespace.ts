// DeleteNamespace of the OperatorService, for a cell that is used without the cloud: the gateway lets nobody call it.
import type { temporal } from "#contracts";
import { deleteNamespace as deleteWithEverything } from "../namespaces/purge-namespace.ts";
import { CloudError } from "#shared/errors";
import { invalid } from "./lookup.ts";
import { OPERATOR_SERVICE, rpc } from "./operation.ts";

type Request = temporal.api.operatorservice.v1.IDeleteNamespaceRequest;
type Response = temporal.api.operatorservice.v1.IDeleteNamespaceResponse;

const SHOWN_ID_CHARACTERS = 5;

/** The name is free again at once; what was in it goes in the background. */
export const deleteNamespace = rpc<Request, Response>(
  "DeleteNamespace",
  async (engine, { namespace: name, namespaceId }) => {
    const hasId = (namespaceId ?? "") !== "";
    if (hasId && (name ?? "") !== "") {
      throw invalid("Only one of namespace name or Id should be set on request.");
    }
    const found = hasId ? engine.namespaces.byId(namespaceId ?? "") : engine.namespaces.named(name);
    if (found === undefined)
      throw new CloudError("NOT_FOUND", `Namespace ${namespaceId ?? ""} is not found.`);
    const deletedNamespace = `${found.name}-deleted-${found.id.slice(0, SHOWN_ID_CHARACTERS)}`;
    await deleteWithEverything(engine, found);
    return { deletedNamespace };
  },
  OPERATOR_SERVICE,
);
