// JSON as lines, each with the path of what it shows, to be drawn and copied one by one.

export interface JsonLine {
  indent: number;
  text: string;
  /** "events[4].activityTaskScheduledEventAttributes.input" */
  path: string;
}

const DEPTH_MAX = 60;

export function jsonLines(value: unknown, path: string): JsonLine[] {
  const lines: JsonLine[] = [];
  write({ value, path, indent: 0, before: "", after: "" }, lines);
  return lines;
}

interface Part {
  value: unknown;
  path: string;
  indent: number;
  before: string;
  after: string;
}

function write({ value, path, indent, before, after }: Part, lines: JsonLine[]): void {
  const entries = indent < DEPTH_MAX ? entriesOf(value, path) : undefined;
  if (entries === undefined || entries.length === 0) {
    lines.push({ indent, path, text: `${before}${JSON.stringify(value) ?? "null"}${after}` });
    return;
  }
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  lines.push({ indent, path, text: before + open });
  entries.forEach((entry, index) =>
    write({ ...entry, indent: indent + 1, after: index === entries.length - 1 ? "" : "," }, lines),
  );
  lines.push({ indent, path, text: close + after });
}

function entriesOf(value: unknown, path: string): Pick<Part, "value" | "path" | "before">[] | undefined {
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => ({ value: each, path: `${path}[${index}]`, before: "" }));
  }
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).map(([key, each]) => ({
    value: each as unknown,
    path: /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`,
    before: `${JSON.stringify(key)}: `,
  }));
}
