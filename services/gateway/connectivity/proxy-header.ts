// The PROXY protocol, version 2: what a trusted proxy says of a connection before the client's own first byte. Read as
// https://www.haproxy.org/download/2.9/doc/proxy-protocol.txt, section 2.2, defines it. Pure.

/** What the header tells; a LOCAL one (a proxy's own health check) tells nothing. */
export interface ProxyHeader {
  /** Bytes of the whole header. */
  length: number;
  /** The client's address, in text. */
  sourceAddress: string | undefined;
  /** The private link by which the client came, as a connectivity rule names it. */
  linkId: string | undefined;
}

const SIGNATURE = Buffer.from("0d0a0d0a000d0a515549540a", "hex");
const FIXED_BYTES = 16;
export const PROXY_HEADER_BYTES_MAX = 4 * 1024;
const VERSION_2 = 0x20;
const LOCAL = 0;
const PROXY = 1;
const TCP_OVER_IPV4 = 0x11;
const TCP_OVER_IPV6 = 0x21;
/** Two addresses and two ports. */
const IPV4_BYTES = 12;
const IPV6_BYTES = 36;

/** Types of the fields by which cloud providers name a private link, and the subtype within, where there is one. */
const AWS_LINK = { type: 0xea, subtype: 1 };
const AZURE_LINK = { type: 0xee, subtype: 1 };
const GCP_LINK = { type: 0xe0 };

/** Undefined as long as more bytes must come; "none" when the bytes are not, or not a valid, header. */
export function readProxyHeader(bytes: Buffer): ProxyHeader | "none" | undefined {
  const compared = Math.min(bytes.length, SIGNATURE.length);
  if (!bytes.subarray(0, compared).equals(SIGNATURE.subarray(0, compared))) return "none";
  if (bytes.length < FIXED_BYTES) return undefined;
  const [versionAndCommand, family] = [bytes.readUInt8(12), bytes.readUInt8(13)];
  const length = FIXED_BYTES + bytes.readUInt16BE(14);
  const command = versionAndCommand & 0x0f;
  if ((versionAndCommand & 0xf0) !== VERSION_2 || command > PROXY || length > PROXY_HEADER_BYTES_MAX)
    return "none";
  if (bytes.length < length) return undefined;
  if (command === LOCAL) return { length, sourceAddress: undefined, linkId: undefined };
  return readBody(bytes.subarray(FIXED_BYTES, length), family, length);
}

function readBody(body: Buffer, family: number, length: number): ProxyHeader | "none" {
  if (family === TCP_OVER_IPV4 && body.length >= IPV4_BYTES) {
    const sourceAddress = [...body.subarray(0, 4)].join(".");
    return withLink(body.subarray(IPV4_BYTES), { length, sourceAddress });
  }
  if (family === TCP_OVER_IPV6 && body.length >= IPV6_BYTES) {
    const groups = Array.from({ length: 8 }, (_, index) => body.readUInt16BE(index * 2).toString(16));
    return withLink(body.subarray(IPV6_BYTES), { length, sourceAddress: groups.join(":") });
  }
  return "none";
}

/** Fields of a type, a length of two bytes, and a value; one that is cut makes the whole header invalid. */
function withLink(fields: Buffer, header: Omit<ProxyHeader, "linkId">): ProxyHeader | "none" {
  let linkId: string | undefined;
  for (let at = 0; at < fields.length;) {
    if (at + 3 > fields.length) return "none";
    const [type, size] = [fields.readUInt8(at), fields.readUInt16BE(at + 1)];
    const value = fields.subarray(at + 3, at + 3 + size);
    if (value.length < size) return "none";
    linkId ??= linkOf(type, value);
    at += 3 + size;
  }
  return { ...header, linkId };
}

function linkOf(type: number, value: Buffer): string | undefined {
  if (type === AWS_LINK.type && value[0] === AWS_LINK.subtype) return value.subarray(1).toString("latin1");
  // Azure's identifier is in little-endian order, Google's in network order.
  if (type === AZURE_LINK.type && value[0] === AZURE_LINK.subtype && value.length === 5) {
    return String(value.readUInt32LE(1));
  }
  if (type === GCP_LINK.type && value.length === 8) return String(value.readBigUInt64BE(0));
  return undefined;
}
