// A labelled choice of one from a list that is short enough to read.
import { Select as Base } from "@base-ui/react/select";
import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Field, type FieldProps } from "./field.tsx";
import menu from "./menu.module.css";
import styles from "./select-field.module.css";

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

interface SelectProps<Value extends string> {
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  /** For selects outside of a field. */
  ariaLabel?: string;
}

export function SelectField<Value extends string>({
  choices,
  value,
  onChange,
  isDisabled,
  ...field
}: FieldProps & SelectProps<Value>): ReactNode {
  return (
    <Field {...field}>
      <Select choices={choices} value={value} onChange={onChange} isDisabled={isDisabled ?? false} />
    </Field>
  );
}

export function Select<Value extends string>({
  choices,
  value,
  onChange,
  isDisabled = false,
  ariaLabel,
}: SelectProps<Value>): ReactNode {
  return (
    <Base.Root
      items={choices}
      value={value}
      disabled={isDisabled}
      onValueChange={(next) => (next === null ? undefined : onChange(next))}
    >
      <Base.Trigger className={styles["trigger"]} aria-label={ariaLabel}>
        <Base.Value className={styles["value"]} />
        <Base.Icon className={styles["icon"]}>
          <ChevronsUpDown />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className={menu["positioner"]}>
          <Base.Popup className={menu["popup"]}>
            <Base.List>
              {choices.map((choice) => (
                <Base.Item key={choice.value} value={choice.value} className={menu["item"]}>
                  <Base.ItemText className={menu["label"]}>{choice.label}</Base.ItemText>
                  {choice.hint === undefined ? null : <span className={menu["hint"]}>{choice.hint}</span>}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
