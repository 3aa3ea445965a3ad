// Values as payloads of the encoding json/plain, which every SDK reads, and back.

export interface JsonPayload {
  metadata?: Record<string, string>;
  data?: string;
}

const ENCODING = btoa("json/plain");

export function payloadOf(value: unknown): JsonPayload {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { metadata: { encoding: ENCODING }, data: btoa(String.fromCodePoint(...bytes)) };
}

/** The values; undefined when one of them is of another encoding or no JSON. */
export function valuesOfPayloads(payloads: readonly JsonPayload[]): unknown[] | undefined {
  try {
    return payloads.map((payload) => {
      if (payload.metadata?.["encoding"] !== ENCODING) throw new TypeError("another encoding");
      const bytes = Uint8Array.from(atob(payload.data ?? ""), (letter) => letter.codePointAt(0) ?? 0);
      return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
    });
  } catch {
    return undefined;
  }
}
