// RespondActivityTaskCompleted and its form by activity id.
import type { temporal } from "#contracts";
import { activityById, activityByToken } from "./find-activity.ts";
import type { NamedActivity } from "./named-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondActivityTaskCompletedRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRespondActivityTaskCompletedByIdRequest;

export const respondActivityTaskCompleted = rpc<Request, object>(
  "RespondActivityTaskCompleted",
  async (engine, request) => complete(await activityByToken(engine, request), request),
);

export const respondActivityTaskCompletedById = rpc<ByIdRequest, object>(
  "RespondActivityTaskCompletedById",
  async (engine, request) => complete(await activityById(engine, request), request),
);

async function complete(activity: NamedActivity, request: Request | ByIdRequest): Promise<object> {
  await activity.complete({ result: request.result, identity: request.identity ?? "" });
  return {};
}
