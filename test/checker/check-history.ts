// C2 in one history: ids without a gap, nothing closed twice, nothing after the close, and events that name another name
// one of the right kind that came before.
import { nameOf } from "#harness/run-under-test";
import type { HistoryEvent } from "../../services/cell/workflow/index.ts";

export function problemsOfHistory(events: readonly HistoryEvent[]): string[] {
  const problems: string[] = [];
  const closed = new Set<string>();
  events.forEach((event, index) => {
    if (Number(event.eventId) !== index + 1)
      problems.push(`event ${String(event.eventId)} in place ${String(index + 1)}`);
    const what = closedBy(event);
    if (what === undefined) return;
    if (closed.has(what)) problems.push(`C2: ${what} is closed twice`);
    closed.add(what);
    if (what === "run" && index !== events.length - 1)
      problems.push("C2: events follow the close of the run");
  });
  for (const event of events) problems.push(...wrongReferences(events, event));
  return problems;
}

/** What an event closes: at most one event may close the same thing. */
function closedBy(event: HistoryEvent): string | undefined {
  const activity =
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes ??
    event.activityTaskCanceledEventAttributes;
  if (activity != null) return `activity ${String(activity.scheduledEventId)}`;
  const operation =
    event.nexusOperationCompletedEventAttributes ??
    event.nexusOperationFailedEventAttributes ??
    event.nexusOperationCanceledEventAttributes ??
    event.nexusOperationTimedOutEventAttributes;
  if (operation != null) return `operation ${String(operation.scheduledEventId)}`;
  const timer = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
  if (timer != null) return `timer ${String(timer.startedEventId)}`;
  const task =
    event.workflowTaskCompletedEventAttributes ??
    event.workflowTaskFailedEventAttributes ??
    event.workflowTaskTimedOutEventAttributes;
  if (task != null) return `task ${String(task.scheduledEventId)}`;
  const child =
    event.childWorkflowExecutionCompletedEventAttributes ??
    event.childWorkflowExecutionFailedEventAttributes ??
    event.childWorkflowExecutionCanceledEventAttributes ??
    event.childWorkflowExecutionTimedOutEventAttributes ??
    event.childWorkflowExecutionTerminatedEventAttributes ??
    event.startChildWorkflowExecutionFailedEventAttributes;
  if (child != null) return `child ${String(child.initiatedEventId)}`;
  const external =
    event.externalWorkflowExecutionSignaledEventAttributes ??
    event.signalExternalWorkflowExecutionFailedEventAttributes ??
    event.externalWorkflowExecutionCancelRequestedEventAttributes ??
    event.requestCancelExternalWorkflowExecutionFailedEventAttributes;
  if (external != null) return `external ${String(external.initiatedEventId)}`;
  const update = event.workflowExecutionUpdateCompletedEventAttributes;
  if (update != null) return `update ${update.meta?.updateId ?? ""}`;
  return isClose(event) ? "run" : undefined;
}

const CLOSES = /^WorkflowExecution(Completed|Failed|Canceled|TimedOut|Terminated|ContinuedAsNew)$/;

export function isClose(event: HistoryEvent): boolean {
  return CLOSES.test(nameOf(event));
}

function wrongReferences(events: readonly HistoryEvent[], event: HistoryEvent): string[] {
  const wrong: string[] = [];
  const expect = (id: unknown, name: string): void => {
    const found =
      Number(id) < Number(event.eventId) ? nameOf(events[Number(id) - 1] ?? {}) : "nothing before it";
    if (found !== name) wrong.push(`${nameOf(event)} ${String(event.eventId)} names ${found}, not ${name}`);
  };
  const activity = event.activityTaskCompletedEventAttributes ?? event.activityTaskFailedEventAttributes;
  if (activity != null) {
    expect(activity.startedEventId, "ActivityTaskStarted");
    expect(activity.scheduledEventId, "ActivityTaskScheduled");
  }
  const task = event.workflowTaskCompletedEventAttributes;
  if (task != null) {
    expect(task.startedEventId, "WorkflowTaskStarted");
    expect(task.scheduledEventId, "WorkflowTaskScheduled");
  }
  const child = event.childWorkflowExecutionCompletedEventAttributes;
  if (child != null) expect(child.startedEventId, "ChildWorkflowExecutionStarted");
  const timer = event.timerFiredEventAttributes;
  if (timer != null) expect(timer.startedEventId, "TimerStarted");
  return wrong;
}
