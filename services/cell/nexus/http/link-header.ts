// Links in the form of the header that carries them, which is that of HTTP's own Link header.
import type { temporal } from "#contracts";
import { LINK_HEADER } from "./protocol.ts";

type NexusLink = temporal.api.nexus.v1.ILink;

const TYPE_KEY = "type";
const TYPE = /^[a-zA-Z0-9_./]+$/;

/** The header, or none when there is nothing to tell. */
export function linkHeaders(links: readonly NexusLink[] | null | undefined): Record<string, string> {
  const header = linkHeaderOf(links ?? []);
  return header === undefined ? {} : { [LINK_HEADER]: header };
}

/** What cannot be told so is left out: links are a help to readers and nothing more. */
export function linkHeaderOf(links: readonly NexusLink[]): string | undefined {
  const parts = links.flatMap(({ url, type }) => {
    const isTellable = url && !/[<>\s,]/.test(url) && TYPE.test(type ?? "");
    return isTellable ? [`<${url}>; ${TYPE_KEY}="${type ?? ""}"`] : [];
  });
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** Undefined when the header is not well formed. */
export function linksOfHeader(header: string | undefined): NexusLink[] | undefined {
  if (header === undefined) return [];
  const links = header.split(",").map(linkOf);
  return links.every((link) => link !== undefined) ? links : undefined;
}

function linkOf(text: string): NexusLink | undefined {
  const [, url = "", tail = ""] = /^\s*<([^>]*)>\s*;(.*)$/s.exec(text) ?? [];
  if (!URL.canParse(url.trim())) return undefined;
  let type: string | undefined;
  for (const parameter of tail.split(";")) {
    const [, key = "", quoted, plain] =
      /^\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|([^\s"]*))\s*$/.exec(parameter) ?? [];
    if (key === "") return undefined;
    if (key === TYPE_KEY) type = quoted ?? plain ?? "";
  }
  return type !== undefined && TYPE.test(type) ? { url: url.trim(), type } : undefined;
}
