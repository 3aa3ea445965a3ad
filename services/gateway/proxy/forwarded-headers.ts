// The headers of a relayed request: the client's own, without what it may not say to a cell (credentials, and names
// by which processes tell each other who the client is), plus the installation's secret.

const DROPPED = new Set([
  "authorization",
  "cookie",
  "forwarded",
  "host",
  "proxy-authorization",
  "via",
  "x-real-ip",
]);
const VERDICTS_MAX = 1_000;
const DROPPED_PREFIXES = ["x-forwarded-", "cellplane-", "x-cellplane-", "x-envoy-", "x-amzn-"];

export function forwardedHeaders(
  headers: readonly string[],
  cell: { address: string; internalToken: string },
): string[] {
  const forwarded = [":method", "POST", ":scheme", "http"];
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const name = headers[at] ?? "";
    const value = headers[at + 1] ?? "";
    if (name === ":path") forwarded.push(name, value, ":authority", authorityOf(cell.address));
  }
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const name = headers[at] ?? "";
    if (isForwarded(name)) forwarded.push(name, headers[at + 1] ?? "");
  }
  forwarded.push("authorization", `Bearer ${cell.internalToken}`);
  return forwarded;
}

/** By name: clients send the same few on each call. */
const verdicts = new Map<string, boolean>();

function isForwarded(name: string): boolean {
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  const verdict =
    !name.startsWith(":") &&
    !DROPPED.has(name) &&
    !DROPPED_PREFIXES.some((prefix) => name.startsWith(prefix));
  if (verdicts.size < VERDICTS_MAX) verdicts.set(name, verdict);
  return verdict;
}

function authorityOf(address: string): string {
  return address.startsWith("unix:") ? "localhost" : address;
}
