// RespondActivityTaskCanceled and its form by activity id.
import type { temporal } from "#contracts";
import { activityById, activityByToken } from "./find-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondActivityTaskCanceledRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRespondActivityTaskCanceledByIdRequest;

export const respondActivityTaskCanceled = rpc<Request, object>(
  "RespondActivityTaskCanceled",
  async (engine, request) => {
    const activity = await activityByToken(engine, request);
    await activity.confirmCancel({
      details: request.details,
      identity: request.identity ?? "",
    });
    return {};
  },
);

export const respondActivityTaskCanceledById = rpc<ByIdRequest, object>(
  "RespondActivityTaskCanceledById",
  async (engine, request) => {
    const activity = await activityById(engine, request);
    await activity.confirmCancel({
      details: request.details,
      identity: request.identity ?? "",
    });
    return {};
  },
);
