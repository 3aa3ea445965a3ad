// A labelled control with its hint and its error. `Field` holds any control; `TextField` is the usual one.
import { Field as Base } from "@base-ui/react/field";
import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "#format/class-names";
import styles from "./field.module.css";

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, and what to do about it. */
  error?: string | undefined;
  isOptional?: boolean;
}

export function Field({
  label,
  hint,
  error,
  isOptional = false,
  children,
}: FieldProps & { children: ReactNode }): ReactNode {
  return (
    <Base.Root className={styles["field"]} invalid={error !== undefined}>
      <Base.Label className={styles["label"]}>
        {label}
        {isOptional ? <span className={styles["optional"]}>optional</span> : null}
      </Base.Label>
      {children}
      {error === undefined ? null : (
        <Base.Error className={styles["error"]} match>
          {error}
        </Base.Error>
      )}
      {hint === undefined ? null : <Base.Description className={styles["hint"]}>{hint}</Base.Description>}
    </Base.Root>
  );
}

interface TextFieldProps
  extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value" | "defaultValue"> {
  value: string;
  onChange: (value: string) => void;
  isMono?: boolean;
  suffix?: ReactNode;
  ref?: Ref<HTMLElement>;
}

export function TextField({
  label,
  hint,
  error,
  isOptional = false,
  value,
  onChange,
  isMono = false,
  suffix,
  ...rest
}: TextFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional}>
      <span className={styles["frame"]}>
        <Base.Control
          {...rest}
          value={value}
          onValueChange={(next) => onChange(String(next))}
          className={classNames(styles["input"], isMono && styles["mono"])}
        />
        {suffix === undefined ? null : <span className={styles["suffix"]}>{suffix}</span>}
      </span>
    </Field>
  );
}
