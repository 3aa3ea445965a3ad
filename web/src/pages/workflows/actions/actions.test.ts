// What forms make: commands that a shell takes as they are, requests, and the filter behind a click on a count.
import { describe, expect, test } from "vitest";
import { encodingOf, jsonPayload, type Payload } from "#format/payload";
import { SYSTEM_FIELDS } from "../filter/filter-syntax.ts";
import { batchRequest, bulkCommand, type BulkForm } from "../list/bulk-kinds.ts";
import { statusFilterOf } from "../list/status-filter.ts";
import { formLike, NEW_FORM, startCommand, startRequest } from "../start/start-form.ts";
import { queryOfRuns, workflowCommand } from "./commands.ts";
import { jsonMistake, payloadsOf } from "./json-input.ts";

const RUN = { namespace: "shop.a1b2c", workflowId: "order's 1", runId: "r" };

test("a command holds what the form holds, whatever quotes are in it", () => {
  expect(
    workflowCommand("signal", RUN, [
      ["name", "approve"],
      ["input", '{"by":"O\'Hara"}'],
      ["input", ""],
    ]),
  ).toBe(
    "temporal workflow signal \\\n  --namespace shop.a1b2c \\\n  --workflow-id 'order'\\''s 1' \\\n  --run-id r \\\n" +
      "  --name approve \\\n  --input '{\"by\":\"O'\\''Hara\"}'",
  );
});

describe("typed input", () => {
  test("is checked, and its numbers are sent as they were typed", () => {
    expect(jsonMistake('{"a": 1')).toContain("It is no JSON");
    expect([jsonMistake(""), jsonMistake("12345678901234567890")]).toEqual([undefined, undefined]);
    const [payload] = payloadsOf(["12345678901234567890"]);
    expect(payload).toEqual(jsonPayload("12345678901234567890"));
  });

  test("of empty fields is nothing at the end and null in between", () => {
    expect(payloadsOf(["", ""])).toEqual([]);
    expect(payloadsOf(["", "2", " "])).toEqual([jsonPayload("null"), jsonPayload("2")]);
  });
});

describe("many workflows", () => {
  const form: BulkForm = {
    kind: "reset",
    reason: " why ",
    signalName: "",
    signalInput: [""],
    resetTo: "first",
  };

  test("are named by their runs, or by the filter that finds them", () => {
    const runs = [{ workflowId: "a", runId: "1" }];
    expect(batchRequest(form, { namespace: "n", runs }, "job")).toEqual({
      namespace: "n",
      jobId: "job",
      reason: "why",
      executions: runs,
      resetOperation: {
        options: { firstWorkflowTask: {}, resetReapplyType: "RESET_REAPPLY_TYPE_ALL_ELIGIBLE" },
      },
    });
    const all = { namespace: "n", query: 'WorkflowType = "x"' };
    expect(batchRequest({ ...form, kind: "delete" }, all, "job")).toMatchObject({
      visibilityQuery: all.query,
      deletionOperation: {},
    });
    expect(bulkCommand(form, { namespace: "n", query: queryOfRuns(["1", "2"]) })).toBe(
      'temporal workflow reset \\\n  --namespace n \\\n  --query \'RunId IN ("1", "2")\' \\\n  --reason why \\\n' +
        "  --type FirstWorkflowTask",
    );
  });
});

describe("one like another", () => {
  const started = (payloads: Payload[]) => ({
    eventId: "1",
    workflowExecutionStartedEventAttributes: {
      workflowType: { name: "order" },
      taskQueue: { name: "shop" },
      input: { payloads },
      workflowExecutionTimeout: "60s",
    },
  });

  test("has its input to change, as a request and as a command", () => {
    const form = { ...formLike(started([jsonPayload('{"id":1}')])), workflowId: "o-2" };
    expect(form).toMatchObject({ inputs: ['{\n  "id": 1\n}'], keptInput: undefined, executionTimeout: "60" });
    expect(startRequest("n", form)).toEqual({
      namespace: "n",
      workflowId: "o-2",
      workflowType: { name: "order" },
      taskQueue: { name: "shop" },
      workflowIdReusePolicy: "WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE",
      workflowIdConflictPolicy: "WORKFLOW_ID_CONFLICT_POLICY_FAIL",
      workflowExecutionTimeout: "60s",
    });
    expect(startCommand("n", { ...form, reuse: "REJECT_DUPLICATE" })).toContain(
      "--id-reuse-policy RejectDuplicate",
    );
  });

  test("keeps what only a codec can read as it is", () => {
    const secret: Payload = { metadata: { encoding: btoa("binary/encrypted") }, data: "AAAA" };
    expect(encodingOf(secret)).toBe("binary/encrypted");
    expect(formLike(started([secret]))).toMatchObject({ keptInput: [secret], inputs: [""] });
  });

  test("of one without input has none", () => {
    expect(formLike(started([]))).toMatchObject({ keptInput: undefined, inputs: NEW_FORM.inputs });
  });
});

describe("a click on a count", () => {
  test("narrows the filter to a status and widens it again, and leaves the rest", () => {
    const filter = statusFilterOf('WorkflowType = "a" AND ExecutionStatus = "Running"', SYSTEM_FIELDS);
    expect(filter).toMatchObject({ chosen: "Running", others: 'WorkflowType = "a"' });
    expect(filter.choose?.("Failed")).toBe('WorkflowType = "a" AND ExecutionStatus = "Failed"');
    expect(filter.choose?.(undefined)).toBe('WorkflowType = "a"');
  });

  test("changes nothing of a filter that is more than a list of conditions", () => {
    const query = 'WorkflowType = "a" OR ExecutionStatus = "Running"';
    expect(statusFilterOf(query, SYSTEM_FIELDS)).toEqual({
      chosen: undefined,
      others: query,
      choose: undefined,
    });
  });
});
