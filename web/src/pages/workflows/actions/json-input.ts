// What a person types as input: JSON, one value, or several one below the other under "as arguments". Checked here, so that
// a workflow never starts with a typing mistake.
import { jsonPayload, type Payload } from "#format/payload";

/** Why the text is no JSON, with the place; undefined when it is, or empty. */
export function jsonMistake(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `It is no JSON: ${error instanceof Error ? error.message : "it cannot be read"}`;
  }
}

/** Each text is one argument, as it was typed; the empty ones after the last that is not empty are none. */
export function payloadsOf(texts: readonly string[]): Payload[] {
  const last = texts.findLastIndex((text) => text.trim() !== "");
  return texts.slice(0, last + 1).map((text) => jsonPayload(text.trim() === "" ? "null" : text.trim()));
}
