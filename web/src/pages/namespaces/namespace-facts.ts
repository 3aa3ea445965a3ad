// What pages ask a namespace: small readings of the API's message.
import type { Schemas } from "#api/client";

export type Namespace = Schemas["temporal.api.cloud.namespace.v1.Namespace"];
export type NamespaceSpec = Schemas["temporal.api.cloud.namespace.v1.NamespaceSpec"];

/** The regions of all replicas, the active one first. */
export function regionsOf({ activeRegion = "", replicas = [], spec }: Namespace): string[] {
  const all = replicas.length > 0 ? replicas.map(({ region = "" }) => region) : (spec?.regions ?? []);
  return [...new Set([activeRegion, ...all])].filter((region) => region !== "");
}

/** "mTLS", "API keys", "mTLS and API keys". */
export function authOf({ spec }: Namespace): string {
  const ways = [spec?.mtlsAuth?.enabled === true && "mTLS", spec?.apiKeyAuth?.enabled === true && "API keys"];
  return ways.filter((way) => way !== false).join(" and ") || "none";
}

/** Whether a change is under way, so that the page must look again. */
export function isChanging({ state }: Namespace): boolean {
  return (
    state === "RESOURCE_STATE_ACTIVATING" ||
    state === "RESOURCE_STATE_UPDATING" ||
    state === "RESOURCE_STATE_DELETING"
  );
}

/** The name that a key for its workers is given until another one is typed. */
export function workerKeyName(id: string | undefined): string {
  return `${id?.split(".")[0] ?? ""}-worker`;
}
