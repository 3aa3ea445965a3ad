// RespondActivityTaskCompleted and its form by activity id.
import type { temporal } from "#contracts";
import { activityById, activityByToken } from "./find-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondActivityTaskCompletedRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRespondActivityTaskCompletedByIdRequest;

export const respondActivityTaskCompleted = rpc<Request, object>(
  "RespondActivityTaskCompleted",
  async (engine, request) => {
    const activity = await activityByToken(engine, request);
    await activity.complete({
      result: request.result,
      identity: request.identity ?? "",
    });
    return {};
  },
);

export const respondActivityTaskCompletedById = rpc<ByIdRequest, object>(
  "RespondActivityTaskCompletedById",
  async (engine, request) => {
    const activity = await activityById(engine, request);
    await activity.complete({
      result: request.result,
      identity: request.identity ?? "",
    });
    return {};
  },
);
