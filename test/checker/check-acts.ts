// C1 and C2 from outside: every act that its caller was told to have worked is in the histories, none that was refused
// is, and an unknown one is there at most once. Acts are found by their identity in the events.
import type { HistoryEvent } from "../../services/cell/workflow/index.ts";
import type { Act, ActKind, ClientJournal } from "./client-journal.ts";
import { decodeHistory, type StoredWorld } from "./stored-world.ts";

type Identities = (event: HistoryEvent) => (string | null | undefined)[];

/** The events that tell of an act. Kinds that leave none, or only sometimes, are not here. */
const TELLS: Partial<Record<ActKind, Identities>> = {
  start: (event) => {
    const started = event.workflowExecutionStartedEventAttributes;
    return [isFirst(started?.continuedExecutionRunId) ? started?.identity : undefined];
  },
  signal: (event) => [event.workflowExecutionSignaledEventAttributes?.identity],
  signalWithStart: (event) => [event.workflowExecutionSignaledEventAttributes?.identity],
  terminate: (event) => [event.workflowExecutionTerminatedEventAttributes?.identity],
  update: (event) => [event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId],
  completeTask: (event) => [event.workflowTaskCompletedEventAttributes?.identity],
  completeActivity: (event) => [event.activityTaskCompletedEventAttributes?.identity],
  cancelActivity: (event) => [event.activityTaskCanceledEventAttributes?.identity],
};

function isFirst(continuedRunId: string | null | undefined): boolean {
  return continuedRunId === "" || continuedRunId == null;
}

const DELETED = "deleted";

interface Told {
  /** Runs with an event of the act, not counting what a reset copied. */
  runs: string[];
  /** Also where a reset copied it to. */
  copies: number;
}

export function problemsOfActs(world: StoredWorld, journal: ClientJournal): string[] {
  const told = gather(world);
  const isResetWorkflow = new Set(
    journal.acts
      .filter((act) => act.kind === "reset" && act.verdict !== "refused")
      .map((act) => act.workflowId),
  );
  const problems: string[] = [...journal.scandals];
  for (const act of journal.acts) {
    if (TELLS[act.kind] === undefined) continue;
    const found = told.get(`${act.kind} ${act.id}`) ?? { runs: [], copies: 0 };
    if (act.kind === "start" && isStartedAnew(world, found.runs)) continue;
    const problem = problemOf(act, found, isResetWorkflow.has(act.workflowId));
    if (problem !== undefined)
      problems.push(`${problem}: ${JSON.stringify(act)} in ${found.runs.join(", ")}`);
  }
  return problems;
}

function problemOf(act: Act, { runs, copies }: Told, isReset: boolean): string | undefined {
  const times = runs.length;
  if (new Set(runs).size !== times) return "C2: an act is in one run twice";
  if (act.verdict === "refused" && times > 0) return "C1: an act that was refused is there";
  if (act.verdict === "ok" && !act.isWithoutEvent && times + copies === 0)
    return "C1: an acknowledged act is lost";
  // A signal or update without a run id goes to whatever run is current: tries may meet different ones.
  const mayMeetMore = ["signal", "signalWithStart", "update", "terminate"].includes(act.kind);
  const most = mayMeetMore ? act.tries : 1;
  // What was deleted is forgotten: the same request may start anew.
  if (times > most && !isReset && !runs.some((run) => run.startsWith(DELETED)))
    return "C2: an act is there more than once";
  return undefined;
}

/**
 * A cell knows the request ids of the current run only, as Temporal does: when another run came after the one that a
 * start made, a late repeat of that start makes one more.
 */
function isStartedAnew(world: StoredWorld, runIds: readonly string[]): boolean {
  const made = world.runs.filter(({ record }) => runIds.includes(record.runId));
  if (made.length < 2 || made.length !== runIds.length) return false;
  const times = made.map(({ state }) => state.startedAt).sort((a, b) => a - b);
  const [workflowId] = made.map(({ record }) => record.workflowId);
  return times.slice(1).every((time, place) =>
    world.runs.some(({ record, state }) => {
      const isOther = record.workflowId === workflowId && !runIds.includes(record.runId);
      return isOther && state.startedAt >= (times[place] ?? 0) && state.startedAt <= time;
    }),
  );
}

function gather(world: StoredWorld): Map<string, Told> {
  const told = new Map<string, Told>();
  const note = (runId: string, events: readonly HistoryEvent[], firstOwn: number): void => {
    for (const event of events) {
      for (const [kind, identities] of Object.entries(TELLS)) {
        for (const identity of identities(event)) {
          if (identity == null || identity === "") continue;
          const key = `${kind} ${identity}`;
          let entry = told.get(key);
          if (entry === undefined) told.set(key, (entry = { runs: [], copies: 0 }));
          // Events that wait for a workflow task have no id yet, and are the run's own.
          const isCopy = Number(event.eventId) > 0 && Number(event.eventId) < firstOwn;
          if (isCopy) entry.copies += 1;
          else entry.runs.push(runId);
        }
      }
    }
  };
  for (const run of world.runs) note(run.record.runId, run.allEvents, run.firstOwnEventId);
  world.deletedHistories.forEach((history, place) =>
    note(`${DELETED} ${String(place)}`, decodeHistory(history), 1),
  );
  return told;
}
