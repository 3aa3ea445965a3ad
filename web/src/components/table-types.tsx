// What a data table is told: its columns, its rows, and what rows and headers do.
import type { ReactNode } from "react";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell as text, for export. Columns without it are not exported. */
  text?: (row: Row) => string;
  /** In pixels; the last visible column takes what is left. */
  width?: number;
  align?: "start" | "end";
  /** Not shown until it is chosen. */
  isHidden?: boolean;
  /** Set when the API sorts by it. */
  canSort?: boolean;
}

export interface Sort {
  column: string;
  direction: "ascending" | "descending";
}

export interface Selection {
  keys: ReadonlySet<string>;
  onChange: (keys: ReadonlySet<string>) => void;
}

export interface DataTableProps<Row> {
  /** For what is remembered about columns, and the name of exports: "namespaces". */
  name: string;
  /** What screen readers call the table. */
  label: string;
  /** One and many: ["namespace", "namespaces"]. */
  noun: readonly [string, string];
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The number of all rows, when the API tells. */
  total?: number | undefined;
  isLoading?: boolean;
  hasMore?: boolean;
  onMore?: () => void;
  /** Enter or a double click. */
  onOpen?: (row: Row) => void;
  /** A click: a look at the row without leaving the list. Without it a click opens. */
  onPeek?: (row: Row) => void;
  peekedKey?: string | undefined;
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  selection?: Selection | undefined;
  /** Filters and bulk actions, above the table. */
  toolbar?: ReactNode;
  /** What is shown when there is no row: an EmptyState. */
  empty: ReactNode;
}
