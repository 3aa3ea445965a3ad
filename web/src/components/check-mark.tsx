// A check box without a visible label, for rows.
import { Checkbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./check-mark.module.css";

interface Props {
  label: string;
  isChecked: boolean;
  isMixed?: boolean;
  onChange: (isChecked: boolean) => void;
}

export function CheckMark({ label, isChecked, isMixed = false, onChange }: Props): ReactNode {
  return (
    <Checkbox.Root
      className={styles["box"]}
      aria-label={label}
      checked={isChecked}
      indeterminate={isMixed}
      onCheckedChange={onChange}
    >
      <Checkbox.Indicator className={styles["indicator"]}>
        {isMixed ? <Minus /> : <Check />}
      </Checkbox.Indicator>
    </Checkbox.Root>
  );
}
