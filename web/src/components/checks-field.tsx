// A choice of several from a list: each a check box with its words. For what is too long to read at once, in groups.
import type { ReactNode } from "react";
import { CheckMark } from "./check-mark.tsx";
import styles from "./checks-field.module.css";

interface Props {
  label: string;
  choices: readonly { value: string; label: string; hint?: string }[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  hint?: ReactNode;
  error?: string | undefined;
}

export function ChecksField({ label, choices, values, onChange, hint, error }: Props): ReactNode {
  const chosen = new Set(values);
  return (
    <fieldset className={styles["field"]}>
      <legend className={styles["legend"]}>{label}</legend>
      <div className={styles["choices"]}>
        {choices.map((choice) => (
          <div key={choice.value} className={styles["choice"]}>
            <CheckMark
              label={choice.label}
              isChecked={chosen.has(choice.value)}
              onChange={(isChecked) =>
                onChange(
                  isChecked ? [...values, choice.value] : values.filter((value) => value !== choice.value),
                )
              }
            />
            <span aria-hidden>
              {choice.label}
              {choice.hint === undefined ? null : <span className={styles["about"]}>{choice.hint}</span>}
            </span>
          </div>
        ))}
      </div>
      {error === undefined ? null : <p className={styles["error"]}>{error}</p>}
      {hint === undefined ? null : <p className={styles["hint"]}>{hint}</p>}
    </fieldset>
  );
}
