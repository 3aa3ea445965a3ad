// Times as people type them into a filter: "3h" or "3h ago" is that long before now, anything else stays as it is.

const AGO = /^(?:last\s+)?(\d{1,5})\s*(m|h|d|w)(?:in(?:ute)?s?|ours?|ays?|eeks?)?(?:\s+ago)?$/i;
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

export function instantOf(text: string, nowMs: number): string {
  const match = AGO.exec(text.trim());
  if (match === null) return text.trim();
  const ms = nowMs - Number(match[1]) * (UNIT_MS[(match[2] ?? "").toLowerCase()] ?? 0);
  return new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}
