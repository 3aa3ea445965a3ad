// What waits in a task queue and how fast it goes, kind by kind, and by priority where there are several.
import type { ReactNode } from "react";
import { Badge } from "#components/badge";
import { SimpleTable } from "#components/simple-table";
import { count } from "#format/figures";
import {
  backlogAge,
  backlogOf,
  KINDS,
  rateWords,
  type Described,
  type KindType,
  type Stats,
} from "./task-queue-facts.ts";

export function KindStats({ kinds }: { kinds: ReadonlyMap<KindType, Described> }): ReactNode {
  const rows = KINDS.flatMap(({ type, label }) => {
    const described = kinds.get(type);
    if (described === undefined) return [];
    const levels = Object.entries(described.statsByPriorityKey ?? {});
    return [
      rowOf(type, label, described.stats),
      ...(levels.length < 2
        ? []
        : levels.map(([level, stats]) => rowOf(`${type} ${level}`, `${label}, priority ${level}`, stats))),
    ];
  });
  return (
    <SimpleTable
      label="Tasks"
      headers={["Kind", "Waiting", "Oldest waits", "Added", "Dispatched", "Limit"]}
      rows={rows}
    />
  );
}

function rowOf(key: string, label: string, stats: Stats | undefined): { key: string; cells: ReactNode[] } {
  const age = backlogAge(stats);
  return {
    key,
    cells: [
      label,
      count(backlogOf(stats)),
      age === "" ? "—" : age,
      rateWords(stats?.tasksAddRate),
      rateWords(stats?.tasksDispatchRate),
      stats?.rateLimitingActive === true ? (
        <Badge key="limit" tone="warning">
          slowed down
        </Badge>
      ) : (
        "not reached"
      ),
    ],
  };
}
