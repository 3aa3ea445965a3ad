// Rows about what workflows ask for: activities, local activities, timers, attributes, versions.
import { defineSearchAttributeKey, SearchAttributeType } from "@temporalio/common";
import type { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { execute, start } from "../../compatibility/typescript/programs/program.ts";
import type { ActionRow, Bench } from "./row.ts";

type CompletedTask = temporal.api.history.v1.IWorkflowTaskCompletedEventAttributes;

const KEYWORD = defineSearchAttributeKey("ContractKeyword", SearchAttributeType.KEYWORD);

/** Each heartbeat completes a task and asks for the next: how many there are depends on how fast the machine is. */
async function tasksOf(bench: Bench, workflow: string, ms: number): Promise<CompletedTask[]> {
  const handle = await start(bench, workflow, [ms], { workflowTaskTimeout: "1s" });
  await handle.result();
  const { events } = await handle.fetchHistory();
  return (events ?? []).flatMap((event) => event.workflowTaskCompletedEventAttributes ?? []);
}

export const workRows: ActionRow[] = [
  {
    title: "schedule an activity: 1; its completion 0",
    counts: { start_workflow: 1, schedule_activity: 1 },
    run: (bench) => execute(bench, "greeting", ["World"]),
  },
  {
    title: "activity retries: 1 for each attempt after the first",
    counts: { start_workflow: 1, schedule_activity: 1, retry_activity: 2 },
    run: (bench) => execute(bench, "retriedActivity", [3]),
  },
  {
    title: "activity heartbeats: 1 for each that the SDK sends to the server, not for those it holds back",
    counts: { start_workflow: 1, schedule_activity: 1, record_activity_heartbeat: 1 },
    run: (bench) => execute(bench, "beating", [25]),
  },
  {
    title: "activity heartbeats by id: 1 each",
    counts: { start_workflow: 1, schedule_activity: 1, record_activity_heartbeat_by_id: 2 },
    run: async ({ client, ...bench }) => {
      const handle = await start({ client, ...bench }, "completedElsewhere");
      const activity = { workflowId: handle.workflowId, activityId: "1" };
      // Until the activity has started there is nothing that could beat.
      await eventually(() =>
        client.activity.heartbeat(activity, 1).then(
          () => true,
          () => undefined,
        ),
      );
      await client.activity.heartbeat(activity, 2);
      await client.activity.complete(activity, "done");
      await handle.result();
    },
  },
  {
    title: "local activities: 1 for each workflow task with any marker",
    counts: { start_workflow: 1, record_activity_markers: 1 },
    run: (bench) => execute(bench, "localActivity", [1]),
  },
  {
    title: "local activity that outlives its task: 1 for each heartbeat of the workflow task",
    counts: { start_workflow: 1, record_activity_markers: 1 },
    runAndTell: async (bench) => ({
      record_workflow_heartbeat: (await tasksOf(bench, "slowLocalActivity", 1_100)).length - 1,
    }),
  },
  {
    title: "local activity retries after a heartbeat of the workflow task: 1 for each",
    counts: { start_workflow: 1, record_activity_markers: 1 },
    runAndTell: async (bench) => {
      const tasks = await tasksOf(bench, "slowLocalRetry", 1_000);
      const retries = tasks.map((task) => task.meteringMetadata?.nonfirstLocalActivityExecutionAttempts ?? 0);
      const sum = retries.reduce((total, count) => total + count, 0);
      expect(sum, "the SDK tells of a retry").toBeGreaterThan(0);
      return { record_workflow_heartbeat: tasks.length - 1, retry_activity_local: sum };
    },
  },
  {
    title: "local activity retries within one workflow task: 0",
    counts: { start_workflow: 1, record_activity_markers: 1 },
    run: (bench) => execute(bench, "localActivity", [3]),
  },
  {
    title: "timer: 1; a cancelled one as well",
    counts: { start_workflow: 1, start_timer: 2 },
    run: (bench) => execute(bench, "cancelledTimer"),
  },
  {
    title: "condition with a time limit: 1 timer",
    counts: { start_workflow: 1, start_timer: 1 },
    run: (bench) => execute(bench, "waitAtMost", [5]),
  },
  {
    title: "upsert of search attributes: 1 for each command; of the memo 0",
    counts: { start_workflow: 1, start_timer: 1, upsert_workflow_search_attributes: 1 },
    run: (bench) => execute(bench, "upserts", [[{ key: KEYWORD, value: "k" }]]),
  },
  {
    title: "search attributes and memo of a start: 0",
    counts: { start_workflow: 1 },
    run: (bench) =>
      execute(bench, "echo", ["x"], {
        memo: { note: "m" },
        typedSearchAttributes: [{ key: KEYWORD, value: "k" }],
      }),
  },
  {
    title: "patch: its marker 0, and its TemporalChangeVersion 0",
    counts: { start_workflow: 1, start_timer: 1 },
    run: (bench) => execute(bench, "patchedWorkflow"),
  },
  {
    title: "random numbers, ids and times of the workflow sandbox: 0",
    counts: { start_workflow: 1, start_timer: 1 },
    run: (bench) => execute(bench, "sideEffects"),
  },
];
