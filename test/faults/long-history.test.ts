// A history that grows to its caps, 51,200 events and 50 MB, in a real process that is killed on the way: the log warns
// of it, the cap ends the run with Temporal's reason, every event can be read, and memory stays bounded.
import { codecOf, temporal } from "#contracts";
import { describe, expect, it } from "vitest";
import { recordMarker } from "#harness/task-commands";
import { NAMESPACE, type CellClient } from "../cell/cell-client.ts";
import { cellWorld } from "../cell/world.ts";
import { problemsOfHistory } from "../checker/check-history.ts";
import { rssBytes } from "./rss.ts";

type Command = temporal.api.command.v1.ICommand;
type Event = temporal.api.history.v1.IHistoryEvent;
type Task = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;
type Answer = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedResponse;
type HistoryRequest = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryRequest;
type HistoryPage = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse;

const eventCodec = codecOf<Event>("temporal.api.history.v1.HistoryEvent");
const { EventType } = temporal.api.enums.v1;

const MB = 1024 * 1024;
/** A cap is noticed when a transition has passed it, by less than two of them. */
const OVER_CAP_MAX = 1.1;
/** Generous for heaps that are not collected yet: the figures are printed. */
const RSS_GROWTH_LIMIT_BYTES = 400 * MB;
const TASKS_MAX = 200;

const world = cellWorld("cell_long_history");

function markers(count: number, bytes: number): Command[] {
  return Array.from({ length: count }, (_, place) =>
    recordMarker(`m${String(place)}`, { payloads: [{ data: Buffer.alloc(bytes, 65) }] }),
  );
}

/** Completes the task with the commands; gives the next task, or undefined when the run has ended. */
async function grow(client: CellClient, task: Task, commands: Command[]): Promise<Task | undefined> {
  const request: temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest = {
    namespace: NAMESPACE,
    taskToken: task.taskToken ?? null,
    commands,
    identity: "test",
    returnNewWorkflowTask: true,
    forceCreateNewWorkflowTask: true,
  };
  const answer = await client.call<typeof request, Answer>("RespondWorkflowTaskCompleted", request);
  return answer.workflowTask ?? undefined;
}

/** Of all pages. */
async function wholeHistory(client: CellClient, workflowId: string): Promise<Event[]> {
  const events: Event[] = [];
  let nextPageToken: Uint8Array = new Uint8Array();
  do {
    const request: HistoryRequest = { namespace: NAMESPACE, execution: { workflowId }, nextPageToken };
    const page = await client.call<HistoryRequest, HistoryPage>("GetWorkflowExecutionHistory", request);
    events.push(...(page.history?.events ?? []));
    nextPageToken = page.nextPageToken ?? new Uint8Array();
  } while (nextPageToken.length > 0);
  return events;
}

describe("a history that grows to its cap", () => {
  it.each([
    {
      what: "51,200 events",
      commands: markers(2_000, 0),
      sizeOf: (events: Event[]) => events.length,
      cap: 51_200,
      reason: "Workflow history count exceeds limit.",
      warning: "history count exceeds warn limit",
    },
    {
      what: "50 MB",
      commands: markers(2, 900_000),
      sizeOf: (events: Event[]) => events.reduce((sum, event) => sum + eventCodec.encode(event).length, 0),
      cap: 50 * MB,
      reason: "Workflow history size exceeds limit.",
      warning: "history size exceeds warn limit",
    },
  ])("C1, C2: warns, survives a kill and ends in bounded memory: $what", async (growth) => {
    let { client, process } = await world.start();
    await client.start("long");
    let task: Task | undefined = await client.pollTask();
    let before = rssBytes(process.pid);
    let largest = 0;
    let warnings = "";
    let tasks = 0;
    for (; task !== undefined && tasks < TASKS_MAX; tasks += 1) {
      if (tasks === 13) {
        warnings = process.output();
        // The task is under way: its worker does not know that anything happened.
        ({ client, process } = await world.restart());
        before = rssBytes(process.pid);
      }
      task = await grow(client, task, growth.commands);
      largest = Math.max(largest, rssBytes(process.pid) - before);
    }
    expect(tasks, "the kill came before the end").toBeGreaterThan(13);
    expect(warnings.split(growth.warning), "one warning").toHaveLength(2);

    const events = await wholeHistory(client, "long");
    console.log(
      `${String(events.length)} events in ${String(tasks)} tasks, ${(largest / MB).toFixed(0)} MB more memory`,
    );
    expect(problemsOfHistory(events)).toEqual([]);
    expect(events.map(({ eventId }) => Number(eventId))).toEqual(events.map((_, place) => place + 1));
    expect(events.at(-1)).toMatchObject({
      eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
      workflowExecutionTerminatedEventAttributes: { reason: growth.reason, identity: "history-service" },
    });
    const recorded = events.filter(({ eventType }) => eventType === EventType.EVENT_TYPE_MARKER_RECORDED);
    expect(recorded, "every answer that was acknowledged, once").toHaveLength(tasks * growth.commands.length);
    expect(growth.sizeOf(events)).toBeGreaterThan(growth.cap);
    expect(growth.sizeOf(events)).toBeLessThan(growth.cap * OVER_CAP_MAX);
    expect(largest).toBeLessThan(RSS_GROWTH_LIMIT_BYTES);

    // The id can be used again, and others never noticed.
    await client.start("long", { requestId: "again" });
    expect(await client.history("long")).toHaveLength(2);
  });
});
