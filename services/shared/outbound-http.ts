// Calls to addresses that customers choose (L5): https only, names resolved once and the connection made to what they
// resolved to, nothing inside the installation's networks, no redirects, small answers, a deadline. Operators can name
// origins that are exempt, such as an endpoint of their own.
import { lookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { CloudError } from "./errors.ts";

export interface OutboundPolicy {
  /** "https://host:port" as URL spells it: may be inside and may be http. */
  allowedOrigins: ReadonlySet<string>;
}

export interface OutboundRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
  timeoutMs: number;
  method?: "POST" | "PUT" | "GET";
}

export interface OutboundAnswer {
  status: number;
  contentType: string;
  body: string;
}

const URL_LENGTH_MAX = 2_000;
const ANSWER_BYTES_MAX = 256 * 1024;
const ADDRESSES_MAX = 16;
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");

/** "https://a.example, http://localhost:9000" of the configuration as a policy. Errors: INVALID_ARGUMENT. */
export function outboundPolicy(origins: string): OutboundPolicy {
  const names = origins
    .split(",")
    .map((origin) => origin.trim())
    .filter((origin) => origin !== "");
  for (const name of names) {
    if (!URL.canParse(name) || new URL(name).origin !== name)
      throw new CloudError("INVALID_ARGUMENT", `Not an origin like https://host:port: ${name}`);
  }
  return { allowedOrigins: new Set(names) };
}

/** What can be told without asking DNS. Errors: INVALID_ARGUMENT naming the rule. */
export function checkOutboundUrl(text: string, policy: OutboundPolicy): URL {
  if (text.length > URL_LENGTH_MAX) throw refused(`must have at most ${URL_LENGTH_MAX} characters`);
  if (!URL.canParse(text)) throw refused("must be an absolute https URL");
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") throw refused("must not hold a user name or password");
  if (policy.allowedOrigins.has(url.origin)) return url;
  if (url.protocol !== "https:") throw refused("must be an https URL");
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host))
    throw refused("must not be an address of a private network");
  if (/^(localhost|.*\.(localhost|local|internal))\.?$/i.test(host))
    throw refused("must not be a name of a private network");
  return url;
}

/**
 * Errors: INVALID_ARGUMENT when the address is not one to call, UNAVAILABLE when nothing answers there,
 * DEADLINE_EXCEEDED. An answer with any status is an answer.
 */
export async function sendOutbound(
  request: OutboundRequest,
  policy: OutboundPolicy,
): Promise<OutboundAnswer> {
  const url = checkOutboundUrl(request.url, policy);
  const signal = AbortSignal.timeout(request.timeoutMs);
  const addresses = await resolve(url, signal);
  if (!policy.allowedOrigins.has(url.origin) && !addresses.every(isPublicAddress))
    throw refused("must not lead to an address of a private network");
  try {
    return await exchange(url, request, { addresses, signal });
  } catch (error) {
    if (error instanceof CloudError) throw error;
    if (signal.aborted)
      throw new CloudError("DEADLINE_EXCEEDED", `No answer within ${request.timeoutMs / 1000} s.`);
    throw new CloudError("UNAVAILABLE", `The connection failed: ${reasonOf(error)}.`, { cause: error });
  }
}

async function resolve(url: URL, signal: AbortSignal): Promise<string[]> {
  const host = hostOf(url);
  if (isIP(host) !== 0) return [host];
  const expired = new Promise<never>((_, reject) => {
    signal.addEventListener(
      "abort",
      () => reject(new CloudError("DEADLINE_EXCEEDED", "DNS does not answer.")),
      {
        once: true,
      },
    );
  });
  const found = await Promise.race([lookup(host, { all: true }), expired]).catch((error: unknown) => {
    if (error instanceof CloudError) throw error;
    throw new CloudError("UNAVAILABLE", `The name of the host does not resolve: ${reasonOf(error)}.`, {
      cause: error,
    });
  });
  return found.slice(0, ADDRESSES_MAX).map(({ address }) => address);
}

function exchange(
  url: URL,
  request: OutboundRequest,
  to: { addresses: readonly string[]; signal: AbortSignal },
): Promise<OutboundAnswer> {
  const pinned = to.addresses.map((address) => ({ address, family: isIP(address) }));
  const lookupPinned: LookupFunction = (_host, options, callback) => {
    const [first] = pinned;
    if (first === undefined) callback(new Error("no address"), "", 4);
    else if (options.all === true) callback(null, pinned);
    else callback(null, first.address, first.family);
  };
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolvePromise, reject) => {
    const outgoing = send(url, {
      method: request.method ?? "POST",
      headers: { ...request.headers, "content-length": String(Buffer.byteLength(request.body)) },
      lookup: lookupPinned,
      signal: to.signal,
      // A connection that is kept would be to an address that was judged long ago.
      agent: false,
    });
    outgoing.on("error", reject);
    outgoing.on("response", (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > ANSWER_BYTES_MAX) response.destroy(new Error("the answer is too large"));
        else chunks.push(chunk);
      });
      response.on("error", reject);
      response.on("end", () =>
        resolvePromise({
          status: response.statusCode ?? 0,
          contentType: response.headers["content-type"] ?? "",
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.end(request.body);
  });
}

/** Without the brackets of IPv6. URL has already turned decimal, octal and short forms of IPv4 into the usual one. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/** Whether an address, not a name, is outside of every private network. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` turns IPv4-mapped IPv6 into the IPv4 that it stands for.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  // Of IPv6 only 2000::/3 is handed out; what is outside of it, such as ::127.0.0.1, leads to who knows where.
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_IPV6);
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code ?? (error instanceof Error ? error.message : "unknown reason");
}

function refused(rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `The URL ${rule}.`);
}
