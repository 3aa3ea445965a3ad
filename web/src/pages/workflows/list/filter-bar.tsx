// Which workflows are listed: conditions to click together, or the same as text in Temporal's filter language. Both are
// one filter; a text that is more than conditions which must all hold stays text.
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { parseFilter } from "../filter/parse-filter.ts";
import { rowsOf, textOfRows, type FilterRow } from "../filter/filter-rows.ts";
import type { FilterField } from "../filter/filter-syntax.ts";
import { ConditionChip } from "./condition-chip.tsx";
import { FilterText } from "./filter-text.tsx";
import styles from "./list.module.css";

interface Props {
  query: string;
  fields: readonly FilterField[];
  onChange: (query: string) => void;
}

export function FilterBar({ query, fields, onChange }: Props): ReactNode {
  const parsed = parseFilter(query, fields);
  const rows = "node" in parsed ? rowsOf(parsed.node) : undefined;
  const [wantsText, setWantsText] = useState(false);
  const isText = wantsText || rows === undefined;
  const set = (next: readonly FilterRow[]): void => onChange(textOfRows(next, fields));
  if (isText) {
    return (
      <FilterText
        key={query}
        query={query}
        fields={fields}
        onChange={onChange}
        canBuild={rows !== undefined}
        onBuild={() => setWantsText(false)}
      />
    );
  }
  return (
    <div className={styles["chips"]} role="group" aria-label="Filter">
      {rows.map((row, index) => (
        <ConditionChip
          key={`${String(index)} ${row.field}`}
          row={row}
          fields={fields}
          onChange={(next) => set(rows.map((each, at) => (at === index ? next : each)))}
          onRemove={() => set(rows.filter((_, at) => at !== index))}
        />
      ))}
      <ConditionChip fields={fields} onChange={(row) => set([...rows, row])} />
      <Button kind="quiet" onClick={() => setWantsText(true)}>
        Edit as text
      </Button>
    </div>
  );
}
