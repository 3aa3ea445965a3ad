// The rules of a source address list: IPv4 and IPv6 networks in their shortest form. Pure.
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { CloudError } from "#shared/errors";

export const SOURCE_CIDRS_MAX = 100;

/** Networks in normal form, in the given order; a lone address is a network of one. Errors: INVALID_ARGUMENT. */
export function parseSourceCidrs(texts: readonly string[]): string[] {
  if (texts.length > SOURCE_CIDRS_MAX) {
    throw refused(`has ${texts.length} entries; at most ${SOURCE_CIDRS_MAX} are possible`);
  }
  const parsed = texts.map(parseCidr);
  parsed.forEach((cidr, index) => {
    if (parsed.indexOf(cidr) !== index) throw refused(`names ${cidr} twice`);
  });
  return parsed;
}

function parseCidr(text: string): string {
  const shown = JSON.stringify(text.slice(0, 80));
  const [address = "", prefixText, ...rest] = text.split("/");
  const family = isIP(address);
  const isPrefix = prefixText === undefined || /^(0|[1-9]\d{0,2})$/.test(prefixText);
  // Zones and short forms of IPv4 mean different things to different readers.
  if (family === 0 || address.includes("%") || !isPrefix || rest.length > 0) {
    throw refused(`${shown} is not an IPv4 or IPv6 network such as 203.0.113.0/24 or 2001:db8::/32`);
  }
  const bits = family === 4 ? 32 : 128;
  const prefix = prefixText === undefined ? bits : Number(prefixText);
  if (prefix > bits) throw refused(`${shown} has a prefix longer than ${bits} bits`);
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress()) {
    throw refused(`${shown} is an IPv4 address in IPv6 form; write it as IPv4`);
  }
  const network = networkOf(parsed, prefix);
  if (network.toString() !== parsed.toString()) {
    throw refused(`${shown} has bits beyond its prefix; the network is ${network.toString()}/${prefix}`);
  }
  return `${network.toString()}/${prefix}`;
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number): ipaddr.IPv4 | ipaddr.IPv6 {
  const bytes = address.toByteArray().map((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefix - index * 8));
    return byte & (0xff00 >> kept) & 0xff;
  });
  return ipaddr.fromByteArray(bytes);
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `sourceCidrs: ${reason}.`, { field: "sourceCidrs" });
}
