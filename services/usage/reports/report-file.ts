// A report as the text of a file, batch by batch. Cells that a spreadsheet would take for a formula are defused, because
// workflow types and task queues are chosen by whoever runs workflows. Pure.
import { stringify } from "csv-stringify/sync";
import type { Grouping } from "./grouping.ts";
import { fileColumns } from "./usage-columns.ts";
import type { UsageRow } from "./usage-report.ts";

export const FILE_FORMATS = ["csv", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const CONTENT_TYPES: Record<FileFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
};

type Batches = AsyncIterable<readonly UsageRow[]>;

export function reportFile(format: FileFormat, grouping: Grouping, batches: Batches): AsyncGenerator<string> {
  return format === "csv" ? csvFile(grouping, batches) : jsonFile(grouping, batches);
}

export function csvLines(cells: readonly (readonly string[])[]): string {
  return stringify(
    cells.map((line) => line.map(defused)),
    { record_delimiter: "\n" },
  );
}

/** What a spreadsheet takes for the beginning of a formula. A number may begin with a minus. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

function defused(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

async function* csvFile(grouping: Grouping, batches: Batches): AsyncGenerator<string> {
  const columns = fileColumns(grouping);
  yield csvLines([columns.map(({ name }) => name)]);
  for await (const rows of batches) yield csvLines(rows.map((row) => columns.map(({ of }) => of(row))));
}

/** One array with a row on each line. Quantities are decimal strings: they may be more than a number holds. */
async function* jsonFile(grouping: Grouping, batches: Batches): AsyncGenerator<string> {
  const columns = fileColumns(grouping);
  let separator = "[\n";
  for await (const rows of batches) {
    const lines = rows.map((row) => JSON.stringify(objectOf(columns, row)));
    yield separator + lines.join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

function objectOf(columns: ReturnType<typeof fileColumns>, row: UsageRow): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name, of }) => [name, name === "tags" ? row.tags : of(row)] as const),
  );
}
