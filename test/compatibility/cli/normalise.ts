// What two servers print for the same commands, without what differs between any two runs: ids, times, sizes.

/** JSON members whose values depend on the server's inside or on how long something took. */
const VARYING_MEMBERS = new Set(["taskId", "historySizeBytes", "stateTransitionCount", "durationMillis"]);
/** JSON members that are sets. */
const UNORDERED_MEMBERS = new Set(["coreUsedFlags", "langUsedFlags"]);

/** Texts that stand for one run of the suite, by what replaces them. */
export type Replacements = readonly (readonly [text: string, replacement: string])[];

export function normalise(output: string, replacements: Replacements): string {
  let text = output;
  for (const [from, to] of replacements) text = text.replaceAll(from, to);
  return asJson(text) ?? asText(text);
}

/** One document or one per line, with sorted members; undefined when it is not JSON. */
function asJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  for (const parts of [[text], text.trim().split("\n")]) {
    try {
      return parts.map((part) => JSON.stringify(sorted(JSON.parse(part)), undefined, 2)).join("\n");
    } catch {
      // Not in this form.
    }
  }
  return undefined;
}

function sorted(value: unknown): unknown {
  if (typeof value === "string") return asText(value);
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [asText(key), memberOf(key, member)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function memberOf(key: string, member: unknown): unknown {
  if (VARYING_MEMBERS.has(key)) return "<varies>";
  if (UNORDERED_MEMBERS.has(key) && Array.isArray(member)) return [...(member as unknown[])].sort();
  return sorted(member);
}

const VARYING: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<id>"],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z| \+0000 UTC)?/g, "<time>"],
  [/\b(now|(\d+|a|an) (second|minute|hour|day|month|year)s? (ago|from now))\b/g, "<ago>"],
  [/\b\d+(\.\d+)?(ms|µs|s)\b/g, "<duration>"],
  [/\[?127\.0\.0\.1\]?:\d+/g, "<address>"],
  [/\b\d+@[\w.-]+@?/g, "<identity>"],
  [/\b(taskId|historySizeBytes|HistorySize|StateTransitionCount|at position):?\s+\d+/g, "$1 <varies>"],
  [/(UsedFlags\[\d+\]:?\s+)\d+/g, "$1<varies>"],
];

/** Columns are as wide as their widest cell, so blanks say nothing. */
function asText(text: string): string {
  let result = text;
  for (const [pattern, replacement] of VARYING) result = result.replace(pattern, replacement);
  return result
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
