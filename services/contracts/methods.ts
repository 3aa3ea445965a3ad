// Looks up rpcs by full name: types, path and google.api.http bindings, from the descriptors alone.
import type protobuf from "protobufjs";
import { codecOf, root, type Codec } from "./codec.ts";

export interface HttpBinding {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As in the annotation: "/cloud/namespaces/{namespace}". */
  path: string;
  /** "*" for the whole message, a field name, or undefined for none. */
  body: string | undefined;
}

export interface RpcMethod {
  /** "temporal.api.workflowservice.v1.WorkflowService" */
  service: string;
  name: string;
  /** "/service/name", the gRPC path. */
  path: string;
  request: Codec<unknown>;
  response: Codec<unknown>;
  bindings: readonly HttpBinding[];
  summary: string;
  description: string;
}

const VERBS = ["get", "post", "put", "patch", "delete"] as const;

/** All methods of a service, in the order of its file. Throws when the service does not exist. */
export function methodsOf(service: string): RpcMethod[] {
  return root.lookupService(service).methodsArray.map((method) => describe(service, method));
}

/** One method by "service/name". Throws when it does not exist. */
export function methodOf(fullName: string): RpcMethod {
  const [service = "", name = ""] = fullName.split("/");
  const method = root.lookupService(service).methods[name];
  if (method === undefined) throw new Error(`no rpc ${fullName}`);
  return describe(service, method);
}

function describe(service: string, method: protobuf.Method): RpcMethod {
  method.resolve();
  const options = parsedOptions(method);
  const openapi = (options["(grpc.gateway.protoc_gen_openapiv2.options.openapiv2_operation)"] ?? {}) as {
    summary?: string;
    description?: string;
  };
  return {
    service,
    name: method.name,
    path: `/${service}/${method.name}`,
    request: codecOf(fullNameOf(method.resolvedRequestType)),
    response: codecOf(fullNameOf(method.resolvedResponseType)),
    bindings: bindingsOf(options["(google.api.http)"] as HttpRule | undefined),
    summary: openapi.summary ?? "",
    description: openapi.description ?? method.comment ?? "",
  };
}

function fullNameOf(type: protobuf.Type | null): string {
  if (type === null) throw new Error("unresolved rpc type");
  return type.fullName.slice(1);
}

function parsedOptions(method: protobuf.Method): Record<string, unknown> {
  // protobufjs types parsedOptions as one object although it is a list of single-key objects.
  const list = (method.parsedOptions ?? []) as unknown as Record<string, unknown>[];
  return Object.assign({}, ...list) as Record<string, unknown>;
}

type HttpRule = Partial<Record<(typeof VERBS)[number], string>> & {
  body?: string;
  additional_bindings?: HttpRule | HttpRule[];
};

function bindingsOf(rule: HttpRule | undefined): HttpBinding[] {
  if (rule === undefined) return [];
  const more = rule.additional_bindings ?? [];
  const bindings: HttpBinding[] = [];
  for (const verb of VERBS) {
    const path = rule[verb];
    if (path !== undefined) {
      bindings.push({ method: verb.toUpperCase() as HttpBinding["method"], path, body: rule.body });
    }
  }
  return [...bindings, ...(Array.isArray(more) ? more : [more]).flatMap(bindingsOf)];
}
