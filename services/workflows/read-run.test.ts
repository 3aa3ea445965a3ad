// The steps of a run, from its events and from what is pending.
import { expect, test } from "vitest";
import { stepsOf } from "./read-run.ts";

const at = (seconds: number) => ({ seconds, nanos: 0 }) as never;
const scheduled = (eventId: number, name: string): object => ({
  ...{ eventId, eventTime: at(eventId) },
  activityTaskScheduledEventAttributes: { activityId: `a${String(eventId)}`, activityType: { name } },
});
const steps = (events: object[], pending: object[] = []) => stepsOf(events as never, pending as never);

test("what was done, with how long and how often it took", () => {
  const done = steps([
    scheduled(5, "makeRow"),
    {
      eventId: 6,
      eventTime: at(6),
      activityTaskStartedEventAttributes: {
        scheduledEventId: 5,
        attempt: 3,
        lastFailure: { message: "away" },
      },
    },
    { eventId: 7, eventTime: at(7), activityTaskCompletedEventAttributes: { scheduledEventId: 5 } },
  ]);
  expect(done).toEqual([
    {
      name: "makeRow",
      state: "COMPLETED",
      attempts: 3,
      failure: "away",
      startedMs: 5_000,
      finishedMs: 7_000,
    },
  ]);
});

test("what failed says its innermost reason, and what runs says its tries from what is pending", () => {
  const failure = { message: "Activity task failed", cause: { message: "the cell is away" } };
  const both = steps(
    [
      scheduled(5, "makeRow"),
      { eventId: 6, eventTime: at(9), activityTaskFailedEventAttributes: { scheduledEventId: 5, failure } },
      scheduled(8, "undoRow"),
    ],
    [{ activityId: "a8", attempt: 4, lastFailure: { message: "still away" } }],
  );
  expect(both).toMatchObject([
    { name: "makeRow", state: "FAILED", failure: "the cell is away", finishedMs: 9_000 },
    { name: "undoRow", state: "RUNNING", attempts: 4, failure: "still away", finishedMs: undefined },
  ]);
});

test("a run without activities has no steps", () => {
  expect(steps([{ eventId: 1, eventTime: at(1) }])).toEqual([]);
});
