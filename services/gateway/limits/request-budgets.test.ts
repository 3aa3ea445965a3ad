// The budgets of namespaces: rates, bursts, who waits first, and that neighbours do not notice.
import { describe, expect, test } from "vitest";
import type { CloudError } from "#shared/errors";
import { EMPTY_VIEW, viewOf, type NamespaceRecord } from "../directory/directory-view.ts";
import { priorityOf, type CallPriority } from "./call-priority.ts";
import { GATEWAY_LIMITS } from "./limits.ts";
import { RequestBudgets } from "./request-budgets.ts";

function namespace(
  name: string,
  limits: { requestsPerSecond?: number; actionsPerSecond?: number },
): NamespaceRecord {
  const record = viewOf({ version: "1", namespaces: [{ name, ...limits }] }, EMPTY_VIEW).namespaces.get(name);
  if (record === undefined) throw new Error("no record");
  return record;
}

const call = (priority: CallPriority = 1, actions = 0): { priority: CallPriority; actions: number } => ({
  priority,
  actions,
});

/** How many calls pass at one moment before one is refused, and the refusal. */
function until(take: () => void): { passed: number; refusal: CloudError } {
  for (let passed = 0; passed < 1_000_000; passed += 1) {
    try {
      take();
    } catch (error) {
      return { passed, refusal: error as CloudError };
    }
  }
  throw new Error("nothing was refused");
}

describe("requests per second", () => {
  test("pass for a burst of two seconds, then at the rate, and the refusal says when", () => {
    const budgets = new RequestBudgets();
    const one = namespace("one.a", { requestsPerSecond: 100 });
    const { passed, refusal } = until(() => budgets.take(one, call(), 0));
    expect(passed).toBe(200);
    expect(refusal).toMatchObject({ code: "RESOURCE_EXHAUSTED", retryAfterMs: 10 });
    expect(until(() => budgets.take(one, call(), 1_000)).passed).toBe(100);
  });

  test("of one namespace cost its neighbour nothing", () => {
    const budgets = new RequestBudgets();
    const [noisy, quiet] = [
      namespace("noisy.a", { requestsPerSecond: 50 }),
      namespace("quiet.b", { requestsPerSecond: 50 }),
    ];
    until(() => budgets.take(noisy, call(), 0));
    expect(until(() => budgets.take(quiet, call(), 0)).passed).toBe(100);
  });

  test("run out first for calls that matter least", () => {
    const left = ([1, 2, 3, 4] as const).map((priority) => {
      const budgets = new RequestBudgets();
      const one = namespace("one.a", { requestsPerSecond: 100 });
      return until(() => budgets.take(one, call(priority), 0)).passed;
    });
    expect(left).toEqual([200, 190, 180, 170]);
  });

  test("are without limit where the directory gives none, but not the calls at once", () => {
    const budgets = new RequestBudgets();
    const one = namespace("one.a", {});
    const { passed, refusal } = until(() => budgets.take(one, call(1, 1), 0));
    expect(passed).toBe(GATEWAY_LIMITS.callsPerNamespaceMax);
    expect(refusal.message).toMatch(/concurrent/);
  });

  test("that are raised count from then on", () => {
    const budgets = new RequestBudgets();
    until(() => budgets.take(namespace("one.a", { requestsPerSecond: 10 }), call(), 0));
    const raised = namespace("one.a", { requestsPerSecond: 1_000 });
    expect(until(() => budgets.take(raised, call(), 1_000)).passed).toBe(1_000);
  });
});

describe("actions per second", () => {
  test("are limited beside the requests", () => {
    const budgets = new RequestBudgets();
    const one = namespace("one.a", { requestsPerSecond: 1_000, actionsPerSecond: 100 });
    const { passed, refusal } = until(() => budgets.take(one, call(1, 1), 0));
    expect(passed).toBe(200);
    expect(refusal.message).toBe("namespace actions per second limit exceeded");
    expect(() => budgets.take(one, call(1, 0), 0)).not.toThrow();
  });

  test("of one large call are owed by those that come next, and a refused call takes nothing", () => {
    const budgets = new RequestBudgets();
    const one = namespace("one.a", { actionsPerSecond: 100 });
    budgets.take(one, call(1, 500), 0);
    const { refusal } = until(() => budgets.take(one, call(1, 1), 0));
    expect(refusal.retryAfterMs).toBe(3_010);
    expect(() => budgets.take(one, call(1, 1), 3_000)).toThrow();
    expect(() => budgets.take(one, call(1, 1), 3_010)).not.toThrow();
  });

  test("are owed for no more than a while", () => {
    const budgets = new RequestBudgets();
    const one = namespace("one.a", { actionsPerSecond: 100 });
    budgets.take(one, call(1, 1_000_000), 0);
    const { refusal } = until(() => budgets.take(one, call(1, 1), 0));
    expect(refusal.retryAfterMs).toBe(GATEWAY_LIMITS.debtSecondsMax * 1_000 + 10);
  });
});

test.each([
  ["StartWorkflowExecution", 1],
  ["SignalWithStartWorkflowExecution", 1],
  ["UpdateWorkflowExecution", 1],
  ["RespondWorkflowTaskCompleted", 1],
  ["RecordActivityTaskHeartbeat", 1],
  ["TerminateWorkflowExecution", 2],
  ["UpdateWorkflowExecutionOptions", 2],
  ["GetWorkflowExecutionHistory", 2],
  ["QueryWorkflow", 3],
  ["ListWorkflowExecutions", 3],
  ["PollWorkflowTaskQueue", 4],
  ["ShutdownWorker", 4],
] as const)("%s has the priority %i", (method, priority) => {
  expect(priorityOf(method)).toBe(priority);
});
