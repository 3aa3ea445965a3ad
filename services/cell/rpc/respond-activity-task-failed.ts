// RespondActivityTaskFailed and its form by activity id.
import type { temporal } from "#contracts";
import { activityById, activityByToken } from "./find-activity.ts";
import type { NamedActivity } from "./named-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondActivityTaskFailedRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRespondActivityTaskFailedByIdRequest;

export const respondActivityTaskFailed = rpc<Request, object>(
  "RespondActivityTaskFailed",
  async (engine, request) => fail(await activityByToken(engine, request), request),
);

export const respondActivityTaskFailedById = rpc<ByIdRequest, object>(
  "RespondActivityTaskFailedById",
  async (engine, request) => fail(await activityById(engine, request), request),
);

async function fail(activity: NamedActivity, request: Request | ByIdRequest): Promise<object> {
  const { failure, lastHeartbeatDetails, identity } = request;
  await activity.fail({ failure, lastHeartbeatDetails, identity: identity ?? "" });
  return {};
}
