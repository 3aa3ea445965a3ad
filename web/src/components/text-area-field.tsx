// A labelled field of several lines, for PEM texts, payloads and reasons.
import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import { Field, type FieldProps } from "./field.tsx";
import styles from "./text-area-field.module.css";

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  isMono?: boolean;
  placeholder?: string;
  name?: string;
}

export function TextAreaField({
  value,
  onChange,
  rows = 4,
  isMono = false,
  placeholder,
  name,
  ...field
}: Props): ReactNode {
  return (
    <Field {...field}>
      <Base.Control
        value={value}
        onValueChange={(next) => onChange(String(next))}
        className={classNames(styles["area"], isMono && styles["mono"])}
        render={<textarea rows={rows} placeholder={placeholder} name={name} spellCheck={!isMono} />}
      />
    </Field>
  );
}
