// Lives of single runs in the pure core, by seeds: each is checked against C2, C4 and U1 as it goes on and at its end.
import { Random } from "#harness/random";
import { actionsOfHistory, EVENTLESS_KINDS, sumActions, type ActionKind } from "#usage/actions";
import { problemsOfEach } from "../checker/check-world.ts";
import { StoredRun } from "../checker/stored-world.ts";
import { encodeState } from "../../services/cell/workflow/index.ts";
import { CoreLife } from "./core-life.ts";

const STEPS_MAX = 120;
/** One look in so many steps, so that a fault that heals is seen too. */
const LOOKS_ONE_IN = 60;
const TRAIL_SHOWN = 60;

export interface CoreLives {
  lives: number;
  steps: number;
  problems: string[];
}

/** Lives one after the other until so many steps are done, or a life has a problem. */
export function liveCoreLives(seed: number, stepsMax: number): CoreLives {
  const random = new Random(seed);
  const result: CoreLives = { lives: 0, steps: 0, problems: [] };
  while (result.steps < stepsMax && result.problems.length === 0) {
    const life = random.fork();
    result.lives += 1;
    result.steps += liveOnce(life, result.problems);
  }
  return result;
}

/** One life, for looking into a failure. */
export function problemsOfLife(seed: number): string[] {
  const problems: string[] = [];
  liveOnce(new Random(seed), problems);
  return problems;
}

function liveOnce(random: Random, problems: string[]): number {
  const life = new CoreLife(random);
  const steps = random.between(1, STEPS_MAX);
  for (let step = 0; step < steps && problems.length === 0; step += 1) {
    life.step();
    if (random.oneIn(LOOKS_ONE_IN) || step === steps - 1) problems.push(...problemsOf(life));
  }
  if (problems.length > 0) {
    problems.push(`life ${String(random.seed)}: ${life.trail.slice(-TRAIL_SHOWN).join(" ")}`);
  }
  return steps;
}

function problemsOf({ run }: CoreLife): string[] {
  const { state } = run;
  const { namespaceId, workflowId, runId, status, historySizeBytes: historyBytes } = state;
  const record = { namespaceId, workflowId, runId, status, historyBytes, wakeAt: undefined, pending: 2 };
  const stored = new StoredRun({
    ...record,
    isCurrent: true,
    state: encodeState(state),
    history: run.batches,
  });
  const problems = problemsOfEach([stored]);
  // What waits for the end of a workflow task is billed, and not in the history yet.
  if (state.bufferedEvents.length > 0) return problems;
  const billed = sumActions(run.actions.filter(({ kind }) => !EVENTLESS.has(kind)));
  const told = actionsOfHistory(stored.events);
  for (const kind of new Set([...billed.keys(), ...told.keys()])) {
    const [meter, events] = [billed.get(kind) ?? 0, told.get(kind) ?? 0];
    if (meter !== events) problems.push(`U1: ${kind} is billed ${meter} times, the history tells ${events}`);
  }
  return problems;
}

const EVENTLESS: ReadonlySet<ActionKind> = new Set(EVENTLESS_KINDS);
