// What the cell must reach, and whether it did: figures of a bench against their limits. Ratios are to Temporal's own
// server in the same run; what was not measured is not judged.
import { ratio, type Row } from "./report.ts";

interface Goal {
  part: string;
  what: string;
  figure: string;
  /** Of the figure itself, or of its ratio to Temporal's. */
  of: "figure" | "ratio";
  limit: { atMost: number } | { atLeast: number };
}

const GOALS: Goal[] = [
  { part: "peak", what: "W1", figure: "CPU ms", of: "figure", limit: { atMost: 0.4 } },
  { part: "peak", what: "W2", figure: "CPU ms", of: "figure", limit: { atMost: 0.8 } },
  { part: "peak", what: "W2", figure: "workflows/s", of: "figure", limit: { atLeast: 1_000 } },
  ...(["W1", "W2", "W3"] as const).flatMap((what): Goal[] => [
    { part: "peak", what, figure: "CPU ms", of: "ratio", limit: { atMost: 1 / 40 } },
    { part: "peak", what, figure: "workflows/s", of: "ratio", limit: { atLeast: 20 } },
    { part: "peak", what, figure: "p99 ms", of: "ratio", limit: { atMost: 1 / 10 } },
  ]),
  ...(["W1", "W2"] as const).flatMap((what): Goal[] => [
    { part: "alone", what, figure: "p50 ms", of: "ratio", limit: { atMost: 1 / 6 } },
    { part: "alone", what, figure: "p95 ms", of: "ratio", limit: { atMost: 1 / 8 } },
  ]),
  ...(["by certificate", "by API key"] as const).flatMap((way): Goal[] => [
    {
      part: "gateway",
      what: `W2 ${way}, 64 in flight`,
      figure: "added CPU",
      of: "figure",
      limit: { atMost: 0.1 },
    },
    {
      part: "gateway",
      what: `W2 ${way}, 64 in flight`,
      figure: "gateway us per call",
      of: "figure",
      limit: { atMost: 10 },
    },
    {
      part: "gateway",
      what: `W2 ${way}, 1 in flight`,
      figure: "gateway us per call",
      of: "figure",
      limit: { atMost: 100 },
    },
  ]),
  { part: "sdk", what: "W2, 64 in flight", figure: "CPU ms", of: "ratio", limit: { atMost: 1 / 20 } },
  { part: "sdk", what: "W2, 64 in flight", figure: "workflows/s", of: "ratio", limit: { atLeast: 3 } },
  { part: "memory", what: "idle", figure: "resident MiB", of: "figure", limit: { atMost: 120 } },
  { part: "memory", what: "100000 sleeping", figure: "KiB each", of: "figure", limit: { atMost: 1 } },
  {
    part: "stored",
    what: "start with 1000000 open",
    figure: "first answer s",
    of: "figure",
    limit: { atMost: 10 },
  },
];

export interface Verdict {
  goal: string;
  value: number;
  isMet: boolean;
}

export function judge(rows: readonly Row[]): Verdict[] {
  return GOALS.flatMap((goal) => {
    const value = goal.of === "ratio" ? ratio(rows, goal) : figureOf(rows, goal);
    if (value === undefined) return [];
    const isMet = "atMost" in goal.limit ? value <= goal.limit.atMost : value >= goal.limit.atLeast;
    return [{ goal: describe(goal), value, isMet }];
  });
}

export function verdicts(judged: readonly Verdict[]): string {
  return judged
    .map(({ goal, value, isMet }) => `${isMet ? "met " : "MISS"} ${goal}: ${show(value)}`)
    .join("\n");
}

function figureOf(rows: readonly Row[], goal: Goal): number | undefined {
  return rows.find((row) => row.part === goal.part && row.what === goal.what && row.server === "cellplane")
    ?.figures[goal.figure];
}

function describe({ part, what, figure, of, limit }: Goal): string {
  const bound = "atMost" in limit ? `at most ${show(limit.atMost)}` : `at least ${show(limit.atLeast)}`;
  return `${part} ${what} ${figure} ${bound}${of === "ratio" ? " of Temporal's" : ""}`;
}

/** Small ratios as fractions: 1/53. */
function show(value: number): string {
  if (value > 0 && value < 0.2) return `1/${(1 / value).toFixed(0)}`;
  return value.toFixed(value < 10 ? 2 : 0);
}
