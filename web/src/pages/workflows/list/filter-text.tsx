// The filter as text. A mistake is said before anything is sent, and marked where it is.
import { useRef, useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { useShortcut } from "#hooks/shortcuts";
import { parseFilter } from "../filter/parse-filter.ts";
import type { FilterError, FilterField } from "../filter/filter-syntax.ts";
import styles from "./list.module.css";

interface Props {
  query: string;
  fields: readonly FilterField[];
  onChange: (query: string) => void;
  canBuild: boolean;
  onBuild: () => void;
}

export function FilterText({ query, fields, onChange, canBuild, onBuild }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const [error, setError] = useState<FilterError | undefined>(() => errorIn(query, fields));
  useShortcut({ keys: "/", label: "Filter", group: "Tables" }, () => input.current?.focus());
  const apply = (): void => {
    const found = errorIn(text, fields);
    setError(found);
    if (found === undefined) onChange(text.trim());
    else input.current?.setSelectionRange(found.from, found.to);
  };
  return (
    <form
      className={styles["text-filter"]}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        ref={input}
        className={styles["text-input"]}
        aria-label="Filter as text"
        aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { "aria-describedby": "filter-error" })}
        placeholder={'WorkflowType = "order" AND ExecutionStatus = "Running"'}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          // A mistake goes away as it is corrected; a new one is told only when one is done typing.
          if (error !== undefined) setError(errorIn(event.target.value, fields));
        }}
      />
      <Button type="submit">Apply filter</Button>
      {canBuild ? (
        <Button kind="quiet" onClick={onBuild}>
          Use the builder
        </Button>
      ) : null}
      {error === undefined ? null : <Mistake text={text} error={error} />}
    </form>
  );
}

function errorIn(text: string, fields: readonly FilterField[]): FilterError | undefined {
  const parsed = parseFilter(text, fields);
  return "error" in parsed ? parsed.error : undefined;
}

function Mistake({ text, error }: { text: string; error: FilterError }): ReactNode {
  const { from, to, message } = error;
  return (
    <div className={styles["mistake"]} id="filter-error" role="alert">
      <code>
        {text.slice(0, from)}
        <mark>{text.slice(from, to) || " "}</mark>
        {text.slice(to)}
      </code>
      <p>{message}.</p>
    </div>
  );
}
