// The rows of a data table that are in view, with space above and below for those that are not.
import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "#format/class-names";
import { CheckMark } from "./check-mark.tsx";
import styles from "./data-table.module.css";
import type { Column, DataTableProps } from "./table-types.tsx";

interface Props<Row> extends DataTableProps<Row> {
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** The row that has the keyboard; -1 for none. */
  focused: number;
  onFocus: (index: number) => void;
}

export function TableBody<Row>(props: Props<Row>): ReactNode {
  const { virtualizer, rows, columns, selection } = props;
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const span = columns.length + (selection === undefined ? 0 : 1);
  return (
    <tbody>
      <Space pixels={above} span={span} />
      {items.map(({ index, key }) => {
        const row = rows[index];
        return row === undefined ? null : <TableRow key={String(key)} {...props} row={row} index={index} />;
      })}
      <Space pixels={below} span={span} />
    </tbody>
  );
}

function Space({ pixels, span }: { pixels: number; span: number }): ReactNode {
  if (pixels <= 0) return null;
  return (
    <tr aria-hidden style={{ height: pixels }}>
      <td colSpan={span} />
    </tr>
  );
}

function TableRow<Row>(props: Props<Row> & { row: Row; index: number }): ReactNode {
  const { row, index, columns, rowKey, onOpen, onPeek, peekedKey, focused, onFocus, selection } = props;
  const element = useRef<HTMLTableRowElement>(null);
  const key = rowKey(row);
  useEffect(() => {
    if (focused === index) element.current?.focus({ preventScroll: true });
  }, [focused, index]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.target !== element.current) return;
    event.preventDefault();
    (onOpen ?? onPeek)?.(row);
  };
  return (
    <tr
      ref={element}
      tabIndex={focused === index || (focused === -1 && index === 0) ? 0 : -1}
      aria-rowindex={index + 2}
      className={classNames(styles["row"], peekedKey === key && styles["peeked"])}
      onFocus={() => (focused === index ? undefined : onFocus(index))}
      onKeyDown={onKeyDown}
      onClick={() => (onPeek ?? onOpen)?.(row)}
      onDoubleClick={() => onOpen?.(row)}
    >
      {selection === undefined ? null : (
        <td className={styles["cell"]} onClick={(event) => event.stopPropagation()}>
          <CheckMark
            label={`Select ${key}`}
            isChecked={selection.keys.has(key)}
            onChange={(isChecked) => selection.onChange(withKey(selection.keys, key, isChecked))}
          />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }): ReactNode {
  return <td className={classNames(styles["cell"], styles[column.align ?? "start"])}>{column.cell(row)}</td>;
}

function withKey(keys: ReadonlySet<string>, key: string, isChecked: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (isChecked) next.add(key);
  else next.delete(key);
  return next;
}
