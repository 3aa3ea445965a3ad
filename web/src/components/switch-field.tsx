// On or off, with what it means beside it.
import { Switch } from "@base-ui/react/switch";
import { useId, type ReactNode } from "react";
import styles from "./switch-field.module.css";

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
}

export function SwitchField({ label, hint, isOn, onChange, isDisabled = false }: Props): ReactNode {
  const id = useId();
  return (
    <div className={styles["row"]}>
      <Switch.Root
        className={styles["track"]}
        checked={isOn}
        disabled={isDisabled}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
      >
        <Switch.Thumb className={styles["thumb"]} />
      </Switch.Root>
      <div>
        <div className={styles["label"]} id={`${id}-label`}>
          {label}
        </div>
        {hint === undefined ? null : (
          <div className={styles["hint"]} id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
