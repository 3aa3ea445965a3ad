// One condition of the filter: a chip that opens its editor, or the button that adds one.
import { Popover } from "@base-ui/react/popover";
import { Plus, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { IconButton } from "#components/icon-button";
import { useShortcut } from "#hooks/shortcuts";
import type { FilterRow } from "../filter/filter-rows.ts";
import type { FilterField } from "../filter/filter-syntax.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import styles from "./list.module.css";

interface Props {
  /** Left out for a new one. */
  row?: FilterRow;
  fields: readonly FilterField[];
  onChange: (row: FilterRow) => void;
  onRemove?: () => void;
}

export function ConditionChip({ row, fields, onChange, onRemove }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useShortcut(
    { keys: "/", label: "Filter", group: "Tables" },
    () => setOpen(true),
    row === undefined && !isOpen,
  );
  return (
    <span className={styles["chip-frame"]}>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger
          render={
            row === undefined ? (
              <Button icon={<Plus />}>Add condition</Button>
            ) : (
              <button type="button" className={styles["chip"]} />
            )
          }
        >
          {row === undefined ? null : <ChipWords row={row} />}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner sideOffset={6} align="start" className={styles["positioner"]}>
            <Popover.Popup className={styles["popup"]} aria-label="Condition">
              <ConditionEditor
                row={row}
                fields={fields}
                onDone={(next) => {
                  setOpen(false);
                  onChange(next);
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {row === undefined || onRemove === undefined ? null : (
        <IconButton label={`Remove the condition on ${row.field}`} icon={<X />} onClick={onRemove} />
      )}
    </span>
  );
}

function ChipWords({ row }: { row: FilterRow }): ReactNode {
  return (
    <>
      <span className={styles["chip-field"]}>{row.field}</span> {row.operator.toLowerCase().replace("_", " ")}{" "}
      <strong>{row.values.join(row.operator === "BETWEEN" ? " and " : ", ")}</strong>
    </>
  );
}
