// What a request is about, as far as the request itself says: for the permission that its row of the table asks for.
// Use cases ask again with what they find. Pure.
import { parsePathTemplate, type RpcMethod } from "#contracts";
import type { Resource } from "#domain/context";
import { defaultProjectId } from "#domain/projects";
import { CUSTOM_ROLE_ACTIONS, type ResourceType } from "#domain/roles";

/** Kinds of things that a request names by the last variable of its path. */
const NAMED_BY_PATH: readonly ResourceType[] = ["custom-roles"];
/** And those that are in a project, which only the use case finds: it asks again, with the project. */
const IN_A_PROJECT: readonly ResourceType[] = ["nexus-endpoints", "connectivity-rules"];

/**
 * What has no namespace, project or id is about anything at all, but for what happens in a project: without one it
 * happens in the default project, and lists without one are about the whole account.
 */
export function gateResource(
  call: { action: string; method: RpcMethod; accountId: string },
  request: unknown,
): Resource {
  const namespace = namespaceOf(request);
  if (namespace !== undefined) return { namespace };
  const types = CUSTOM_ROLE_ACTIONS[call.action] ?? [];
  const project = textAt(request, "project_id");
  if (types.some((type) => NAMED_BY_PATH.includes(type))) {
    // Without one it is about none, not about any.
    return { id: pathResourceOf(call.method, request) ?? "" };
  }
  if (types.some((type) => IN_A_PROJECT.includes(type))) return {};
  if (project !== undefined) return { project };
  if (!types.includes("projects")) return {};
  return types.includes("accounts") ? { wholeAccount: true } : { project: defaultProjectId(call.accountId) };
}

/** The namespace a request is about: its `namespace` field, or that of its spec. */
function namespaceOf(request: unknown): string | undefined {
  return textAt(request, "namespace") ?? textAt(request, "spec.namespace");
}

/** The last variable of the method's path: what a change is made to. */
export function pathResourceOf(method: RpcMethod, request: unknown): string | undefined {
  const [binding] = method.bindings;
  const field = binding === undefined ? undefined : parsePathTemplate(binding.path).fields.at(-1);
  return field === undefined ? undefined : textAt(request, field);
}

/** "spec.sink_name" of a decoded message, when it is a text that is not empty. */
function textAt(message: unknown, path: string): string | undefined {
  let value = message;
  for (const name of path.split(".")) {
    const key = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    value = (value as Record<string, unknown> | null | undefined)?.[key];
  }
  return typeof value === "string" && value !== "" ? value : undefined;
}
