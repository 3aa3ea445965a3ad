// What the form of a schedule holds, and what it is as a request, as a command, and of a schedule that exists. Pure.
import type { RequestOf } from "#api/workflow-service";
import { payloadOf, valuesOfPayloads, type JsonPayload } from "#format/json-payload";
import { temporalCommand, type CliTarget } from "#format/temporal-cli";
import { overlapOf, overlapWord, type OverlapChoice, type Schedule, type Spec } from "./schedule-facts.ts";
import { parseSeconds, secondsOf, secondsText } from "./spec-duration.ts";
import { SpecMistake } from "./spec-mistake.ts";
import { canonical, rowsOf, type TimesRow } from "./times-row.ts";
import { isZone } from "./zone-clock.ts";

export interface ScheduleForm {
  scheduleId: string;
  workflowType: string;
  workflowId: string;
  taskQueue: string;
  /** A JSON array of the workflow's arguments; undefined when what is there cannot be shown and stays as it is. */
  args: string | undefined;
  rows: readonly TimesRow[];
  timezone: string;
  overlap: OverlapChoice;
  jitter: string;
  catchup: string;
  pauseOnFailure: boolean;
  notes: string;
}

export const EMPTY_FORM: ScheduleForm = {
  ...{ scheduleId: "", workflowType: "", workflowId: "", taskQueue: "", args: "", rows: [], timezone: "" },
  ...{ overlap: "SCHEDULE_OVERLAP_POLICY_SKIP", jitter: "", catchup: "", pauseOnFailure: false, notes: "" },
};

export function formOf(scheduleId: string, { spec, action, policies, state }: Schedule): ScheduleForm {
  const start = action?.startWorkflow;
  const text = (duration: string | undefined): string =>
    secondsOf(duration) === 0 ? "" : secondsText(secondsOf(duration));
  return {
    scheduleId,
    workflowType: start?.workflowType?.name ?? "",
    workflowId: start?.workflowId ?? "",
    taskQueue: start?.taskQueue?.name ?? "",
    args: argumentsText(start?.input?.payloads ?? []),
    rows: rowsOf(spec ?? {}),
    timezone: spec?.timezoneName ?? "",
    overlap: overlapOf(policies?.overlapPolicy),
    jitter: text(spec?.jitter),
    catchup: text(policies?.catchupWindow),
    pauseOnFailure: policies?.pauseOnFailure === true,
    notes: state?.notes ?? "",
  };
}

function argumentsText(payloads: readonly JsonPayload[]): string | undefined {
  if (payloads.length === 0) return "";
  const values = valuesOfPayloads(payloads);
  return values === undefined ? undefined : JSON.stringify(values, null, 2);
}

/** Errors: SpecMistake. */
export function specOf(form: ScheduleForm, before: Spec = {}): Spec {
  const zone = form.timezone.trim();
  if (!isZone(zone))
    throw new SpecMistake("Time zone: write a name such as Europe/Berlin, or leave it empty for UTC");
  const { startTime, endTime, excludeStructuredCalendar } = before;
  return {
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
    ...(excludeStructuredCalendar === undefined ? {} : { excludeStructuredCalendar }),
    ...canonical(form.rows),
    ...(zone === "" ? {} : { timezoneName: zone }),
    ...(form.jitter.trim() === "" ? {} : { jitter: `${parseSeconds(form.jitter, "Jitter")}s` }),
  };
}

/** The whole schedule; what the form does not show stays as it was. Errors: SpecMistake. */
export function scheduleOf(form: ScheduleForm, before: Schedule = {}): Schedule {
  const start = before.action?.startWorkflow ?? {};
  const input = form.args === undefined ? start.input : inputOf(form.args);
  const { input: _, ...kept } = start;
  const { catchupWindow: __, ...policies } = before.policies ?? {};
  return {
    spec: specOf(form, before.spec),
    action: {
      startWorkflow: {
        ...kept,
        workflowId: form.workflowId.trim() === "" ? form.scheduleId.trim() : form.workflowId.trim(),
        workflowType: { name: form.workflowType.trim() },
        taskQueue: { ...start.taskQueue, name: form.taskQueue.trim() },
        ...(input === undefined ? {} : { input }),
      },
    },
    policies: {
      ...policies,
      overlapPolicy: form.overlap,
      pauseOnFailure: form.pauseOnFailure,
      ...(form.catchup.trim() === ""
        ? {}
        : { catchupWindow: `${parseSeconds(form.catchup, "Catch-up window")}s` }),
    },
    state: { ...before.state, notes: form.notes },
  };
}

function inputOf(text: string): { payloads: JsonPayload[] } | undefined {
  if (text.trim() === "") return undefined;
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (error) {
    throw new SpecMistake(`Arguments: no JSON (${error instanceof Error ? error.message : ""})`);
  }
  if (!Array.isArray(values)) throw new SpecMistake('Arguments: write a JSON array, such as ["world", 42]');
  return { payloads: values.map(payloadOf) };
}

/** Errors: SpecMistake. */
export function createRequest(
  form: ScheduleForm,
  { namespace, requestId }: { namespace: string; requestId: string },
): RequestOf<"CreateSchedule"> {
  return { namespace, scheduleId: form.scheduleId.trim(), schedule: scheduleOf(form), requestId };
}

export function createCommand(form: ScheduleForm, target: CliTarget): string {
  const ofKind = <Kind extends TimesRow["kind"]>(kind: Kind): Extract<TimesRow, { kind: Kind }>[] =>
    form.rows.filter((row): row is Extract<TimesRow, { kind: Kind }> => row.kind === kind);
  return temporalCommand("schedule create", target, {
    "schedule-id": form.scheduleId.trim(),
    "workflow-id": form.workflowId.trim() === "" ? form.scheduleId.trim() : form.workflowId.trim(),
    type: form.workflowType.trim(),
    "task-queue": form.taskQueue.trim(),
    cron: ofKind("cron").map(({ text }) => text),
    calendar: ofKind("calendar").map(({ fields }) => JSON.stringify(fields)),
    interval: ofKind("interval").map(({ every, offset }) => (offset === "" ? every : `${every}/${offset}`)),
    "time-zone": form.timezone.trim(),
    "overlap-policy": overlapWord(form.overlap),
    jitter: form.jitter,
    "catchup-window": form.catchup,
    "pause-on-failure": form.pauseOnFailure,
    notes: form.notes,
    input: inputWords(form.args),
  });
}

function inputWords(args: string | undefined): string[] {
  try {
    const values = JSON.parse(args ?? "[]") as unknown;
    return Array.isArray(values) ? values.map((value) => JSON.stringify(value)) : [];
  } catch {
    return [];
  }
}
