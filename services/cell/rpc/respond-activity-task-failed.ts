// RespondActivityTaskFailed and its form by activity id.
import type { temporal } from "#contracts";
import { activityById, activityByToken } from "./find-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondActivityTaskFailedRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRespondActivityTaskFailedByIdRequest;

export const respondActivityTaskFailed = rpc<Request, object>(
  "RespondActivityTaskFailed",
  async (engine, request) => {
    const activity = await activityByToken(engine, request);
    await activity.fail({
      failure: request.failure,
      lastHeartbeatDetails: request.lastHeartbeatDetails,
      identity: request.identity ?? "",
    });
    return {};
  },
);

export const respondActivityTaskFailedById = rpc<ByIdRequest, object>(
  "RespondActivityTaskFailedById",
  async (engine, request) => {
    const activity = await activityById(engine, request);
    await activity.fail({
      failure: request.failure,
      lastHeartbeatDetails: request.lastHeartbeatDetails,
      identity: request.identity ?? "",
    });
    return {};
  },
);
