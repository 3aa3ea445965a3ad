// A table of many rows: sticky header, columns to choose and resize, rows drawn only where one looks, more rows fetched
// when the end comes near. j and k go through the rows, Enter opens the row's page, a click peeks at it.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState, type ReactNode } from "react";
import { useShortcut } from "#hooks/shortcuts";
import { CheckMark } from "./check-mark.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import styles from "./data-table.module.css";
import { Skeleton } from "./skeleton.tsx";
import { TableBody } from "./table-body.tsx";
import { TableHead } from "./table-head.tsx";
import { TableExport } from "./table-export.tsx";
import type { DataTableProps } from "./table-types.tsx";
import { useColumns } from "./use-columns.tsx";

// More than one frame of a fast scroll: when the page is busy, what is drawn is one frame late.
const OVERSCAN_ROWS = 30;
const ROWS_BEFORE_END = 15;
const ROW_PX_FALLBACK = 36;

export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { name, rows, rowKey, isLoading = false, hasMore = false, onMore, empty, toolbar } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { table, columns } = useColumns(props);
  const [focused, setFocused] = useState(-1);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPixels(),
    overscan: OVERSCAN_ROWS,
    getItemKey: (index) => keyAt(rows, rowKey, index),
    onChange: (instance) => {
      const last = instance.range?.endIndex ?? 0;
      if (hasMore && !isLoading && last >= rows.length - ROWS_BEFORE_END) onMore?.();
    },
  });
  const move = (step: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, focused + step));
    setFocused(next);
    virtualizer.scrollToIndex(next);
  };
  useShortcut({ keys: "j", label: "Next row", group: "Tables" }, () => move(1), rows.length > 0);
  useShortcut({ keys: "k", label: "Previous row", group: "Tables" }, () => move(-1), rows.length > 0);
  if (rows.length === 0) return isLoading ? <Skeleton lines={6} /> : empty;
  return (
    <div className={styles["frame"]}>
      <div className={styles["toolbar"]}>
        <div className={styles["tools"]}>{toolbar}</div>
        <span className={styles["count"]} aria-live="polite">
          {countOf(props)}
        </span>
        <TableExport name={name} rows={rows} columns={columns} />
        <ColumnChooser table={table} />
      </div>
      <div className={styles["scroller"]} ref={scroller}>
        <table className={styles["table"]} aria-label={props.label} aria-rowcount={rows.length + 1}>
          <TableHead
            table={table}
            alignments={Object.fromEntries(columns.map(({ id, align = "start" }) => [id, align]))}
            sortable={new Set(columns.filter(({ canSort }) => canSort).map(({ id }) => id))}
            hasSelection={props.selection !== undefined}
            selectAll={<SelectAll {...props} />}
            sort={props.sort}
            onSort={props.onSort}
          />
          <TableBody
            {...props}
            columns={columns}
            virtualizer={virtualizer}
            focused={focused}
            onFocus={setFocused}
          />
        </table>
      </div>
    </div>
  );
}

function SelectAll<Row>({ rows, rowKey, selection }: DataTableProps<Row>): ReactNode {
  if (selection === undefined) return null;
  const chosen = rows.filter((row) => selection.keys.has(rowKey(row))).length;
  return (
    <CheckMark
      label="Select all loaded rows"
      isChecked={chosen === rows.length}
      isMixed={chosen > 0 && chosen < rows.length}
      onChange={(isChecked) => selection.onChange(new Set(isChecked ? rows.map(rowKey) : []))}
    />
  );
}

/** The height of a row as the density says. */
function rowPixels(): number {
  const text = getComputedStyle(document.documentElement).getPropertyValue("--row");
  return Number.parseFloat(text) || ROW_PX_FALLBACK;
}

function keyAt<Row>(rows: readonly Row[], rowKey: (row: Row) => string, index: number): string {
  const row = rows[index];
  return row === undefined ? String(index) : rowKey(row);
}

function countOf<Row>({
  rows,
  total,
  hasMore = false,
  isLoading = false,
  noun,
}: DataTableProps<Row>): string {
  const words = (count: number): string =>
    `${count.toLocaleString("en-US")} ${count === 1 ? noun[0] : noun[1]}`;
  if (total !== undefined && total > rows.length) {
    return `${rows.length.toLocaleString("en-US")} of ${words(total)}`;
  }
  if (hasMore) return `${words(rows.length)}${isLoading ? ", loading more" : " so far"}`;
  return words(rows.length);
}
