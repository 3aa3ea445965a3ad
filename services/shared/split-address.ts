// "host:port" as the host and port that Node's sockets take.

/** An IPv6 host stands in brackets in the address and without them in the answer. */
export function splitAddress(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(":");
  return {
    host: address.slice(0, colon).replace(/^\[|\]$/g, ""),
    port: Number(address.slice(colon + 1)),
  };
}
