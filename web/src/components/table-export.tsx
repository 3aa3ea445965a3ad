// Saves what a table shows as CSV: the loaded rows, the visible columns.
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { csvOf } from "#format/csv";
import { downloadText } from "#format/download";
import { IconButton } from "./icon-button.tsx";
import type { Column } from "./table-types.tsx";

interface Props<Row> {
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}

export function TableExport<Row>({ name, rows, columns }: Props<Row>): ReactNode {
  const exported = columns.filter((column) => column.text !== undefined);
  const save = (): void => {
    const header = exported.map((column) => column.header);
    const lines = rows.map((row) => exported.map((column) => column.text?.(row) ?? ""));
    downloadText(`${name}.csv`, csvOf([header, ...lines]), "text/csv");
  };
  if (exported.length === 0) return null;
  return <IconButton label="Save what is shown as CSV" icon={<Download />} onClick={save} />;
}
