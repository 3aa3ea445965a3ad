// Typed arguments as payloads: encoded by the namespace's codec server where it has one, so that workers can read them.
import { useCodec } from "#components/codec-context";
import type { Payload } from "#format/payload";
import { payloadsOf } from "./json-input.ts";

export function useEncodedInputs(): (texts: readonly string[]) => Promise<Payload[]> {
  const codec = useCodec();
  return async (texts) => {
    const payloads = payloadsOf(texts);
    return codec === undefined || payloads.length === 0 ? payloads : codec.encode(payloads);
  };
}
