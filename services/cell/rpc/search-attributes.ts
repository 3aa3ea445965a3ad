// OperatorService: AddSearchAttributes, RemoveSearchAttributes, ListSearchAttributes of a namespace.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { attributeTypeOf, builtInAttributes, indexedValueTypeOf } from "../visibility/index.ts";
import { putNamespace } from "../namespaces/put-namespace.ts";
import { invalid } from "./lookup.ts";
import { OPERATOR_SERVICE, rpc } from "./operation.ts";

type AddRequest = temporal.api.operatorservice.v1.IAddSearchAttributesRequest;
type RemoveRequest = temporal.api.operatorservice.v1.IRemoveSearchAttributesRequest;
type ListRequest = temporal.api.operatorservice.v1.IListSearchAttributesRequest;
type ListResponse = temporal.api.operatorservice.v1.IListSearchAttributesResponse;

export const addSearchAttributes = rpc<AddRequest, object>(
  "AddSearchAttributes",
  async (engine, request) => {
    const { row } = engine.namespaces.named(request.namespace);
    const added: Record<string, string> = {};
    for (const [name, number] of Object.entries(request.searchAttributes ?? {})) {
      const type = attributeTypeOf(number);
      if (type === undefined) throw invalid(`Unknown search attribute type for ${name}.`);
      const known = row.searchAttributes[name];
      if (known !== undefined && known !== type) {
        throw new CloudError("ALREADY_EXISTS", `Search attribute ${name} already exists with type ${known}.`);
      }
      added[name] = type;
    }
    if (Object.keys(added).length === 0) throw invalid("SearchAttributes are not set on request.");
    await putNamespace(engine, { ...row, searchAttributes: { ...row.searchAttributes, ...added } });
    return {};
  },
  OPERATOR_SERVICE,
);

export const removeSearchAttributes = rpc<RemoveRequest, object>(
  "RemoveSearchAttributes",
  async (engine, request) => {
    const { row } = engine.namespaces.named(request.namespace);
    const names = request.searchAttributes ?? [];
    if (names.length === 0) throw invalid("SearchAttributes are not set on request.");
    const kept = Object.entries(row.searchAttributes).filter(([name]) => !names.includes(name));
    await putNamespace(engine, { ...row, searchAttributes: Object.fromEntries(kept) });
    return {};
  },
  OPERATOR_SERVICE,
);

export const listSearchAttributes = rpc<ListRequest, ListResponse>(
  "ListSearchAttributes",
  (engine, request) => {
    const { attributes } = engine.namespaces.named(request.namespace);
    return {
      customAttributes: numbersOf(attributes),
      systemAttributes: numbersOf(builtInAttributes()),
      storageSchema: {},
    };
  },
  OPERATOR_SERVICE,
);

function numbersOf(
  attributes: Iterable<readonly [string, Parameters<typeof indexedValueTypeOf>[0]]>,
): Record<string, temporal.api.enums.v1.IndexedValueType> {
  return Object.fromEntries([...attributes].map(([name, type]) => [name, indexedValueTypeOf(type)]));
}
