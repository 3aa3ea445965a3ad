// Every rpc of Temporal's two services is either answered by the cell or named, with the reason, in a list. What the
// list names must really be refused, so it only shrinks.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { methodsOf, root, type RpcMethod } from "#contracts";
import { toCloudError } from "#shared/errors";
import { NAMESPACE, type TestCell } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const OPERATOR_SERVICE = "temporal.api.operatorservice.v1.OperatorService";
const LIST = new URL("unimplemented-rpcs.txt", import.meta.url);
/** Answers of a whole feature that is not there, whatever the request says. */
const REFUSALS = ["UNIMPLEMENTED", "PERMISSION_DENIED"];

const world = cellWorld("cell_unimplemented", afterAll);
let cell: TestCell;

beforeAll(async () => {
  cell = await world.start();
});

const NAMES = { namespace: NAMESPACE, workflowExecution: { workflowId: "none" } };

/** Names the namespace and an execution where it can; requests of operators stay empty: they could delete it. */
async function isRefused(method: RpcMethod): Promise<boolean> {
  const { fields } = root.lookupType(method.request.typeName);
  const names = Object.entries(NAMES).filter(([name]) => name in fields);
  const request = method.service === WORKFLOW_SERVICE ? Object.fromEntries(names) : {};
  try {
    await cell.client.call(method.name, request, { service: method.service });
    return false;
  } catch (error) {
    return REFUSALS.includes(toCloudError(error).code);
  }
}

it("every rpc that the cell does not answer is in the list, with a reason, and no other is", async () => {
  const lines = readFileSync(LIST, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const listed = lines.map((line) => /^(\w+): \S.*$/.exec(line)?.[1] ?? line);
  const refused: string[] = [];
  for (const method of [...methodsOf(WORKFLOW_SERVICE), ...methodsOf(OPERATOR_SERVICE)]) {
    if (await isRefused(method)) refused.push(method.name);
  }
  expect(listed.sort()).toEqual(refused.sort());
});
