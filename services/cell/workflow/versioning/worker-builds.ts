// Lists of the builds and versions whose workers completed tasks, as search attributes tell them. Each stays below what
// one search attribute may have: the oldest entries go first.
import type { temporal } from "#contracts";

/** Of the list as JSON. */
const LIST_BYTES_MAX = 1_500;
/** A JSON string's quotes and comma. */
const BYTES_PER_ENTRY = 3;

export function noteBuild(
  builds: string[],
  { buildId, useVersioning }: temporal.api.common.v1.IWorkerVersionStamp,
): void {
  if ((buildId ?? "") === "") return;
  note(builds, `${useVersioning === true ? "versioned" : "unversioned"}:${buildId ?? ""}`);
}

export function noteVersion(versions: string[], version: string): void {
  if (version !== "") note(versions, version);
}

function note(list: string[], entry: string): void {
  if (list.includes(entry)) return;
  list.push(entry);
  while (list.length > 0 && bytesOf(list) > LIST_BYTES_MAX) list.shift();
}

function bytesOf(list: readonly string[]): number {
  return list.reduce((bytes, entry) => bytes + Buffer.byteLength(entry) + BYTES_PER_ENTRY, 0);
}
