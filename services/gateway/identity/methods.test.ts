// The method table is what tenants can reach: it must cover every method of Temporal's services, each on purpose.
import { expect, test } from "vitest";
import { methodTable } from "./methods.ts";

const entries = [...methodTable().values()].flatMap((method) =>
  method === "not-for-tenants" ? [] : [method],
);

test("every method concerns a namespace, but these four", () => {
  const without = entries.filter((method) => method.namespaceField === 0).map((method) => method.name);
  expect(without.sort()).toEqual([
    "GetClusterInfo",
    "GetSearchAttributes",
    "GetSystemInfo",
    "ListNamespaces",
  ]);
});

test("what changes anything needs the right to write", () => {
  const changing =
    /^(Start|Respond|Signal|Terminate|Reset|Delete|Update|Create|Set|Pause|Unpause|Stop|Record|Request|Execute|Patch|Trigger|Shutdown|Validate)/;
  const wrong = entries.filter((method) => changing.test(method.name) !== (method.need === "write"));
  // Polls are of both kinds: taking a task is writing, waiting for an outcome is reading.
  expect(wrong.map((method) => `${method.name} ${method.need}`).sort()).toEqual([
    "PollActivityTaskQueue write",
    "PollNexusTaskQueue write",
    "PollWorkflowTaskQueue write",
  ]);
});

test("what belongs to the cell or the account is not for tenants", () => {
  const refused = [...methodTable()]
    .filter(([, method]) => method === "not-for-tenants")
    .map(([path]) => path);
  expect(refused).toContain("/temporal.api.workflowservice.v1.WorkflowService/RegisterNamespace");
  expect(refused).toContain("/temporal.api.operatorservice.v1.OperatorService/DeleteNamespace");
});
