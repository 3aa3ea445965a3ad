// The version of the Cloud Ops API that a client was made for, by its header. Without one, and for spellings that are
// not vN.N.N, it is the newest. Pure.
import { preferDeprecatedTwins, type RpcMethod } from "#contracts";

export const API_VERSION_HEADER = "temporal-cloud-api-version";

const VERSION = /^v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/;
/** From here on enums are enums; before, they were text in fields that are deprecated now. */
const ENUMS_SINCE = [0, 3, 0] as const;

/** Makes of a request what its client means: clients from before enums mean the deprecated fields. */
export function readByVersion(method: RpcMethod, version: string | undefined, request: unknown): void {
  if (!isBefore(version, ENUMS_SINCE) || typeof request !== "object" || request === null) return;
  preferDeprecatedTwins(method.request.type, request);
}

export function isBefore(version: string | undefined, than: readonly [number, number, number]): boolean {
  const parts = VERSION.exec(version ?? "")
    ?.slice(1)
    .map(Number);
  if (parts === undefined) return false;
  for (const [index, part] of parts.entries()) {
    const other = than[index] ?? 0;
    if (part !== other) return part < other;
  }
  return false;
}
