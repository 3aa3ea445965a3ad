// The header row of a data table: sorting by what the API sorts by, and handles to resize columns.
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./data-table.module.css";
import type { Sort } from "./table-types.tsx";
import type { ColumnTable } from "./use-columns.tsx";

interface Props {
  table: ColumnTable;
  alignments: Readonly<Record<string, "start" | "end">>;
  sortable: ReadonlySet<string>;
  hasSelection: boolean;
  selectAll?: ReactNode;
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
}

export function TableHead({
  table,
  alignments,
  sortable,
  hasSelection,
  selectAll,
  sort,
  onSort,
}: Props): ReactNode {
  const [group] = table.getHeaderGroups();
  const headers = group?.headers ?? [];
  return (
    <>
      <colgroup>
        {hasSelection ? <col style={{ width: 36 }} /> : null}
        {headers.map((header, index) => (
          <col
            key={header.id}
            {...(index === headers.length - 1 ? {} : { style: { width: header.getSize() } })}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          {hasSelection ? <th className={styles["head"]}>{selectAll}</th> : null}
          {headers.map((header) => {
            const direction = sort?.column === header.id ? sort.direction : undefined;
            return (
              <th
                key={header.id}
                scope="col"
                className={classNames(styles["head"], styles[alignments[header.id] ?? "start"])}
                {...(direction === undefined ? {} : { "aria-sort": direction })}
              >
                {sortable.has(header.id) && onSort !== undefined ? (
                  <SortButton
                    label={String(header.column.columnDef.header)}
                    direction={direction}
                    onSort={(next) => onSort({ column: header.id, direction: next })}
                  />
                ) : (
                  <span className={styles["header"]}>{String(header.column.columnDef.header)}</span>
                )}
                <span
                  className={styles["handle"]}
                  aria-hidden
                  onMouseDown={header.getResizeHandler()}
                  onTouchStart={header.getResizeHandler()}
                />
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}

function SortButton({
  label,
  direction,
  onSort,
}: {
  label: string;
  direction: Sort["direction"] | undefined;
  onSort: (direction: Sort["direction"]) => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={styles["sort"]}
      onClick={() => onSort(direction === "ascending" ? "descending" : "ascending")}
    >
      {label}
      {direction === undefined ? null : direction === "ascending" ? <ArrowUp /> : <ArrowDown />}
    </button>
  );
}
