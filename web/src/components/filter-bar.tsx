// The choices above charts and tables, in one line that wraps; each choice is named by what is before it.
import type { ReactNode } from "react";
import styles from "./filter-bar.module.css";
import { Select, type Choice } from "./select-field.tsx";

export function FilterBar({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles["bar"]}>{children}</div>;
}

interface Props<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

export function FilterChoice<Value extends string>({ label, ...select }: Props<Value>): ReactNode {
  return (
    <div className={styles["choice"]}>
      <span className={styles["label"]} aria-hidden>
        {label}
      </span>
      <div className={styles["select"]}>
        <Select {...select} ariaLabel={label} />
      </div>
    </div>
  );
}
