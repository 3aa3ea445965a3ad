// Which methods of Temporal's WorkflowService the console may call through the relay. What each of them needs is the
// gateway's to say.
import { methodsOf, type RpcMethod } from "#contracts";

const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";

/** A browser that took tasks would take them from the workers. */
const TAKES_TASKS = /^Poll\w+TaskQueue$/;

/** By name: "ListWorkflowExecutions". */
export function relayMethods(): ReadonlyMap<string, RpcMethod> {
  const served = methodsOf(WORKFLOW_SERVICE).filter(({ name }) => !TAKES_TASKS.test(name));
  return new Map(served.map((method) => [method.name, method]));
}
