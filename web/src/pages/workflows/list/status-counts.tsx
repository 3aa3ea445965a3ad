// How many workflows there are of each status. A click narrows the list to one status, a second click takes that back.
import type { ReactNode } from "react";
import { StatusMark } from "#components/status-mark";
import { count } from "#format/figures";
import { STATUSES } from "../workflow-facts.ts";
import styles from "./list.module.css";
import type { StatusCount } from "./use-workflow-list.ts";

interface Props {
  counts: readonly StatusCount[];
  chosen: string | undefined;
  /** Undefined when the filter is a text that cannot be narrowed by a click. */
  onChoose: ((name: string | undefined) => void) | undefined;
}

export function StatusCounts({ counts, chosen, onChoose }: Props): ReactNode {
  const known = Object.values(STATUSES).flatMap((words) => {
    const found = counts.find(({ name }) => name === words.name);
    return found === undefined && chosen !== words.name ? [] : [{ ...words, count: found?.count ?? 0 }];
  });
  return (
    <div className={styles["counts"]} role="group" aria-label="Workflows by status">
      {known.map(({ name, status, word, count: number }) => (
        <button
          key={name}
          type="button"
          className={styles["status-count"]}
          aria-pressed={chosen === name}
          disabled={onChoose === undefined}
          onClick={() => onChoose?.(chosen === name ? undefined : name)}
        >
          <StatusMark status={status} word={word} />
          <span className={styles["figure"]}>{count(number)}</span>
        </button>
      ))}
    </div>
  );
}
