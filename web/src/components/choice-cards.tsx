// A choice of one, each with a sentence that says what it means. For decisions, not for lists.
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId, type ReactNode } from "react";
import styles from "./choice-cards.module.css";

interface Props<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; title: ReactNode; text?: ReactNode; mark?: ReactNode }[];
}

export function ChoiceCards<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: Props<Value>): ReactNode {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <div className={styles["label"]} id={id}>
        {label}
      </div>
      <RadioGroup
        className={styles["group"]}
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next as Value)}
      >
        {choices.map((choice) => (
          <label key={choice.value} className={styles["card"]}>
            <Radio.Root value={choice.value} className={styles["radio"]}>
              <Radio.Indicator className={styles["dot"]} />
            </Radio.Root>
            <span className={styles["words"]}>
              <span className={styles["title"]}>{choice.title}</span>
              {choice.text === undefined ? null : <span className={styles["text"]}>{choice.text}</span>}
            </span>
            {choice.mark}
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
