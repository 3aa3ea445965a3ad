// What a bench found: rows of named figures, their medians over the runs, and the ratios between two servers.

export type Figures = Record<string, number>;

export interface Row {
  part: string;
  /** What was run: "W2, 64 in flight". */
  what: string;
  server: string;
  figures: Figures;
}

/** One row for each part, case and server: the median of each figure. */
export function medians(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.part, row.what, row.server]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = [...new Set(group.flatMap(({ figures }) => Object.keys(figures)))];
    const figures = Object.fromEntries(names.map((name) => [name, median(group, name)]));
    return [{ ...first, figures }];
  });
}

function median(rows: readonly Row[], name: string): number {
  const values = rows.flatMap(({ figures }) => figures[name] ?? []).sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}

/** The figure of one server divided by that of the other, for the same case; undefined when either is missing. */
export function ratio(
  rows: readonly Row[],
  of: { part: string; what: string; figure: string },
): number | undefined {
  const figureOf = (server: string): number | undefined =>
    rows.find((row) => row.part === of.part && row.what === of.what && row.server === server)?.figures[
      of.figure
    ];
  const ours = figureOf("cellplane");
  const theirs = figureOf("temporal");
  return ours === undefined || theirs === undefined || theirs === 0 ? undefined : ours / theirs;
}

/** A Markdown table for each part. */
export function tables(rows: readonly Row[]): string {
  const parts = [...new Set(rows.map(({ part }) => part))];
  return parts.map((part) => table(rows.filter((row) => row.part === part))).join("\n\n");
}

function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const lines = [
    ["", "server", ...names],
    ["---", "---", ...names.map(() => "---:")],
    ...rows.map(({ what, server, figures }) => [what, server, ...names.map((name) => show(figures[name]))]),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function show(figure: number | undefined): string {
  if (figure === undefined) return "";
  const size = Math.abs(figure);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return figure.toFixed(digits);
}
