// The columns of the list of task queues.
import { Badge } from "#components/badge";
import { StatusMark } from "#components/status-mark";
import type { Column } from "#components/table-types";
import { count } from "#format/figures";
import { backlogAge, backlogOf, type Described } from "./task-queue-facts.ts";

/** A queue with what is told of its kinds of tasks. */
export interface QueueRow {
  name: string;
  kinds: readonly Described[];
}

const pollersOf = ({ kinds }: QueueRow): number =>
  new Set(kinds.flatMap(({ pollers = [] }) => pollers.map(({ identity = "" }) => identity))).size;
const waitingOf = ({ kinds }: QueueRow): number =>
  kinds.reduce((sum, { stats }) => sum + backlogOf(stats), 0);
const isLimited = ({ kinds }: QueueRow): boolean =>
  kinds.some(({ stats }) => stats?.rateLimitingActive === true);
const rateOf = ({ kinds }: QueueRow, of: "tasksAddRate" | "tasksDispatchRate"): string =>
  kinds.reduce((sum, { stats }) => sum + (stats?.[of] ?? 0), 0).toFixed(1);

export const TASK_QUEUE_COLUMNS: readonly Column<QueueRow>[] = [
  {
    id: "name",
    header: "Task queue",
    width: 260,
    cell: ({ name }) => <code>{name}</code>,
    text: ({ name }) => name,
  },
  {
    id: "workers",
    header: "Workers polling",
    width: 170,
    cell: (row) =>
      row.kinds.length === 0 ? null : pollersOf(row) === 0 ? (
        <StatusMark status={waitingOf(row) > 0 ? "failed" : "canceled"} word="Nobody polls" />
      ) : (
        <StatusMark status="completed" word={count(pollersOf(row))} />
      ),
    text: (row) => String(pollersOf(row)),
  },
  {
    id: "backlog",
    header: "Tasks waiting",
    width: 130,
    align: "end",
    cell: (row) => (row.kinds.length === 0 ? null : count(waitingOf(row))),
    text: (row) => String(waitingOf(row)),
  },
  {
    id: "oldest",
    header: "Oldest waits",
    width: 150,
    cell: ({ kinds }) => kinds.map(({ stats }) => backlogAge(stats)).find((age) => age !== "") ?? "—",
  },
  {
    id: "added",
    header: "Added per second",
    width: 150,
    align: "end",
    cell: (row) => rateOf(row, "tasksAddRate"),
    text: (row) => rateOf(row, "tasksAddRate"),
  },
  {
    id: "dispatched",
    header: "Dispatched per second",
    width: 180,
    align: "end",
    cell: (row) => rateOf(row, "tasksDispatchRate"),
    text: (row) => rateOf(row, "tasksDispatchRate"),
  },
  {
    id: "limited",
    header: "Limit",
    width: 130,
    cell: (row) => (isLimited(row) ? <Badge tone="warning">slowed down</Badge> : null),
    text: (row) => (isLimited(row) ? "slowed down" : ""),
  },
];
