// StartActivityExecution: an activity without a workflow.
import type { temporal } from "#contracts";
import { checkActivityStart } from "../activity/index.ts";
import { validateSearchAttributes } from "../visibility/index.ts";
import { checkText } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IStartActivityExecutionRequest;
type Response = temporal.api.workflowservice.v1.IStartActivityExecutionResponse;

export const startActivityExecution = rpc<Request, Response>(
  "StartActivityExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const requestId = request.requestId || engine.ids.uuid();
    const checked = checkActivityStart({ ...request, requestId }, engine.limits);
    checkText(checked.activityId ?? "", "activityId");
    checkText(checked.activityType?.name ?? "", "activityType");
    checkText(checked.taskQueue?.name ?? "", "taskQueue");
    const attributes = validateSearchAttributes(request.searchAttributes, namespace);
    const { execution, isStarted } = await engine.activities.start(namespace, {
      ...checked,
      searchAttributes: attributes ?? null,
    });
    await execution.settled();
    const { id, runId } = execution.state;
    const activity = { namespace: namespace.name, activityId: id, runId };
    return { runId, started: isStarted, link: { activity } };
  },
);
