// RespondActivityTaskCanceled and its form by activity id.
import type { temporal } from "#contracts";
import { activityById, activityByToken } from "./find-activity.ts";
import type { NamedActivity } from "./named-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondActivityTaskCanceledRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRespondActivityTaskCanceledByIdRequest;

export const respondActivityTaskCanceled = rpc<Request, object>(
  "RespondActivityTaskCanceled",
  async (engine, request) => confirmCancel(await activityByToken(engine, request), request),
);

export const respondActivityTaskCanceledById = rpc<ByIdRequest, object>(
  "RespondActivityTaskCanceledById",
  async (engine, request) => confirmCancel(await activityById(engine, request), request),
);

async function confirmCancel(activity: NamedActivity, request: Request | ByIdRequest): Promise<object> {
  await activity.confirmCancel({ details: request.details, identity: request.identity ?? "" });
  return {};
}
