// What is given on single things, namespaces or projects: one line for each with its permission, and one to add.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/icon-button";
import { Select, type Choice } from "#components/select-field";
import styles from "./given-access.module.css";

interface Props<Permission extends string> {
  /** "Namespaces". */
  label: string;
  /** "namespace". */
  noun: string;
  things: readonly { id: string; name: string }[];
  choices: readonly Choice<Permission>[];
  given: Readonly<Record<string, Permission>>;
  onChange: (given: Record<string, Permission>) => void;
}

const NONE = "";

export function GivenAccess<Permission extends string>(props: Props<Permission>): ReactNode {
  const { label, noun, things, choices, given, onChange } = props;
  const least = choices[0]?.value;
  const nameOf = (id: string): string => things.find((thing) => thing.id === id)?.name ?? id;
  const left = things.filter(({ id }) => given[id] === undefined);
  const without = (id: string): Record<string, Permission> =>
    Object.fromEntries(Object.entries(given).filter(([other]) => other !== id)) as Record<string, Permission>;
  return (
    <fieldset className={styles["given"]}>
      <legend className={styles["legend"]}>{label}</legend>
      {Object.entries(given).map(([id, permission]) => (
        <div key={id} className={styles["line"]}>
          <code className={styles["name"]}>{nameOf(id)}</code>
          <Select
            ariaLabel={`Permission on ${nameOf(id)}`}
            choices={choices}
            value={permission as Permission}
            onChange={(next) => onChange({ ...given, [id]: next })}
          />
          <IconButton label={`Take ${nameOf(id)} away`} icon={<X />} onClick={() => onChange(without(id))} />
        </div>
      ))}
      {left.length === 0 || least === undefined ? null : (
        <Select
          ariaLabel={`Add a ${noun}`}
          choices={[
            { value: NONE, label: `Add a ${noun}` },
            ...left.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={NONE}
          onChange={(id) => (id === NONE ? undefined : onChange({ ...given, [id]: least }))}
        />
      )}
    </fieldset>
  );
}
