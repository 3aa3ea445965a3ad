// The arguments of a workflow, signal, update or query: JSON, one field for each.
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/button";
import { IconButton } from "#components/icon-button";
import { TextAreaField } from "#components/text-area-field";
import styles from "./actions.module.css";
import { jsonMistake } from "./json-input.ts";

interface Props {
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

const ARGUMENTS_MAX = 16;

export function InputFields({ values, onChange }: Props): ReactNode {
  const set = (at: number, text: string): void =>
    onChange(values.map((value, index) => (index === at ? text : value)));
  return (
    <div className={styles["inputs"]}>
      {values.map((value, index) => (
        <div key={index} className={styles["input"]}>
          <TextAreaField
            label={values.length === 1 ? "Input" : `Argument ${String(index + 1)}`}
            hint={index === 0 ? "JSON. Leave it empty for none." : undefined}
            isOptional
            isMono
            rows={3}
            value={value}
            onChange={(text) => set(index, text)}
            error={jsonMistake(value)}
            placeholder={'{"orderId": 42}'}
          />
          {values.length === 1 ? null : (
            <IconButton
              label={`Remove argument ${String(index + 1)}`}
              icon={<X />}
              onClick={() => onChange(values.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {values.length < ARGUMENTS_MAX ? (
        <Button kind="quiet" icon={<Plus />} onClick={() => onChange([...values, ""])}>
          Add argument
        </Button>
      ) : null}
    </div>
  );
}

export function hasMistake(values: readonly string[]): boolean {
  return values.some((value) => jsonMistake(value) !== undefined);
}
