// The name of a signal, update or query: typed, or one of those that the workflow says it takes.
import { useId, type ReactNode } from "react";
import { TextField } from "#components/field";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  names: readonly string[];
}

export function NameField({ label, value, onChange, names }: Props): ReactNode {
  const id = useId();
  return (
    <>
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        isMono
        autoComplete="off"
        autoFocus
        list={id}
        hint={names.length === 0 ? undefined : `It takes ${names.join(", ")}.`}
      />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
