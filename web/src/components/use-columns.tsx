// The columns of a data table: which are shown and how wide, by TanStack Table; what a person hides is remembered.
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ReactTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { keepColumns, readColumns, type ColumnVisibility } from "#preferences/table-columns";
import type { Column, DataTableProps } from "./table-types.tsx";

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });
const WIDTH_PX = 160;
const WIDTH_PX_MIN = 64;

export type ColumnTable = ReactTable<typeof features, object>;

/** The table that knows the columns, and the visible ones in order. Rows stay outside: the API orders and filters them. */
export function useColumns<Row>({ name, columns }: DataTableProps<Row>): {
  table: ColumnTable;
  columns: readonly Column<Row>[];
} {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        size: column.width ?? WIDTH_PX,
        minSize: WIDTH_PX_MIN,
      })),
    [columns],
  );
  const fallback = useMemo(
    () =>
      Object.fromEntries(columns.filter(({ isHidden }) => isHidden === true).map(({ id }) => [id, false])),
    [columns],
  );
  const [columnVisibility, setVisibility] = useState<ColumnVisibility>(() => readColumns(name, fallback));
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: "onChange",
    state: { columnVisibility },
    onColumnVisibilityChange: (update) => {
      const next = typeof update === "function" ? update(columnVisibility) : update;
      setVisibility(next);
      keepColumns(name, next);
    },
  });
  return { table, columns: columns.filter(({ id }) => columnVisibility[id] !== false) };
}

const NO_ROWS: object[] = [];
