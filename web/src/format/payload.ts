// Payloads as people read them: JSON indented, bytes as size and hexadecimal, what a codec encoded marked as such.
// Only ever text: characters that hide or turn text around are written out.

/** As the API's JSON has it: metadata and data are base64. */
export interface Payload {
  metadata?: Record<string, string>;
  data?: string;
}

export type ReadPayload =
  | { kind: "json"; text: string; messageType: string | undefined }
  | { kind: "nothing" }
  | { kind: "bytes"; bytes: number; hex: string; messageType: string | undefined }
  /** Made by a data converter of the user's: a codec server can read it. */
  | { kind: "encoded"; encoding: string; bytes: number; hex: string };

const HEX_BYTES_SHOWN = 256;
const JSON_ENCODINGS = new Set(["json/plain", "json/protobuf"]);
const BYTE_ENCODINGS = new Set(["binary/plain", "binary/protobuf"]);

export function isPayload(value: unknown): value is Payload {
  if (typeof value !== "object" || value === null || !("metadata" in value)) return false;
  const { metadata } = value;
  return typeof metadata === "object" && metadata !== null && "encoding" in metadata;
}

export function encodingOf(payload: Payload): string {
  return textOf(bytesOf(payload.metadata?.["encoding"] ?? "")) ?? "";
}

/** Whether only the user's codec can read it. */
export function needsCodec(payload: Payload): boolean {
  const encoding = encodingOf(payload);
  return encoding !== "binary/null" && !JSON_ENCODINGS.has(encoding) && !BYTE_ENCODINGS.has(encoding);
}

/** Never throws: what is not what its encoding says is shown as bytes. */
export function readPayload(payload: Payload): ReadPayload {
  const encoding = encodingOf(payload);
  const bytes = bytesOf(payload.data ?? "");
  const messageType = textOf(bytesOf(payload.metadata?.["messageType"] ?? "")) || undefined;
  if (encoding === "binary/null") return { kind: "nothing" };
  if (JSON_ENCODINGS.has(encoding)) {
    const text = textOf(bytes);
    if (text !== undefined) return { kind: "json", text: visibleText(prettyJson(text) ?? text), messageType };
  }
  if (needsCodec(payload)) {
    return { kind: "encoded", encoding: visibleText(encoding), bytes: bytes.length, hex: hexOf(bytes) };
  }
  return { kind: "bytes", bytes: bytes.length, hex: hexOf(bytes), messageType };
}

/** One line for tables and lanes: the beginning of what a person would read. */
export function payloadLine(payload: Payload, characters = 120): string {
  const read = readPayload(payload);
  if (read.kind === "nothing") return "null";
  if (read.kind === "json") {
    const line = read.text.replace(/\s*\n\s*/g, " ");
    return line.length > characters ? `${line.slice(0, characters - 1)}…` : line;
  }
  return read.kind === "encoded" ? `${read.encoding}, ${read.bytes} bytes` : `${read.bytes} bytes`;
}

/** A payload of a JSON text that a person typed. */
export function jsonPayload(text: string): Payload {
  return { metadata: { encoding: base64Of("json/plain") }, data: base64Of(text) };
}

export function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

/** Bytes of base64; none when it is not base64. */
export function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
  } catch {
    return new Uint8Array();
  }
}

/** UTF-8 as text; undefined for what is not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hexOf(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, HEX_BYTES_SHOWN), (byte) => byte.toString(16).padStart(2, "0"));
  const lines = Array.from({ length: Math.ceil(shown.length / 16) }, (_, line) =>
    shown.slice(line * 16, line * 16 + 16).join(" "),
  );
  return lines.join("\n") + (bytes.length > HEX_BYTES_SHOWN ? "\n…" : "");
}

// Controls, zero-width characters and those that change the direction of what follows.
const HIDING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text in which nothing is hidden: such characters are written as \u202e. */
export function visibleText(text: string): string {
  return text.replace(HIDING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const INDENT_DEPTH_MAX = 40;

/** JSON with lines and indents, each number and string as it was written; undefined for what is no JSON. */
export function prettyJson(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  let depth = 0;
  const lineBreak = (): string => `\n${"  ".repeat(Math.min(depth, INDENT_DEPTH_MAX))}`;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = endOfString(text, at);
      parts.push(text.slice(at, end + 1));
      at = end;
    } else if (character === "{" || character === "[") {
      const close = firstAfterSpace(text, at + 1);
      if (text[close] === "}" || text[close] === "]") {
        parts.push(character + (text[close] ?? ""));
        at = close;
      } else {
        depth += 1;
        parts.push(character, lineBreak());
      }
    } else if (character === "}" || character === "]") {
      depth -= 1;
      parts.push(lineBreak(), character);
    } else if (character === ",") parts.push(",", lineBreak());
    else if (character === ":") parts.push(": ");
    else if (!isSpace(character)) parts.push(character);
  }
  return parts.join("");
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function firstAfterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charAt(at))) at += 1;
  return at;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}
