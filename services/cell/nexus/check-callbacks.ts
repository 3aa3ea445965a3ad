// Checks the completion callbacks of a request before the core sees them.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CallbackAddresses } from "./callback-addresses.ts";

type Callback = temporal.api.common.v1.ICallback;

const HEADER_BYTES_MAX = 8 * 1_024;

/** Their headers in lower case. Errors: INVALID_ARGUMENT, UNIMPLEMENTED for kinds of callbacks that nobody can call. */
export function checkedCallbacks(
  addresses: CallbackAddresses,
  callbacks: readonly Callback[] | null | undefined,
): Callback[] {
  return (callbacks ?? []).map((callback) => {
    const { nexus } = callback;
    if (nexus == null) throw new CloudError("UNIMPLEMENTED", "unknown callback variant");
    addresses.check(nexus.url ?? "");
    const header: Record<string, string> = {};
    let bytes = 0;
    for (const [key, value] of Object.entries(nexus.header ?? {})) {
      bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
      header[key.toLowerCase()] = value;
    }
    if (bytes > HEADER_BYTES_MAX) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        `invalid header: header size longer than max allowed size of ${HEADER_BYTES_MAX}`,
      );
    }
    return { ...callback, nexus: { url: nexus.url ?? "", header } };
  });
}
