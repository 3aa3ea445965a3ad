// RespondActivityTaskFailed and its form by activity id.
import type { temporal } from "#contracts";
import { commit } from "../executions/transact.ts";
import { activityById, activityByToken } from "./find-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondActivityTaskFailedRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRespondActivityTaskFailedByIdRequest;

export const respondActivityTaskFailed = rpc<Request, object>(
  "RespondActivityTaskFailed",
  async (engine, request) => {
    const { execution, activity } = await activityByToken(engine, request);
    await commit(engine, execution, {
      kind: "failActivity",
      activity,
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
    const { execution, activity } = await activityById(engine, request);
    await commit(engine, execution, {
      kind: "failActivity",
      activity,
      failure: request.failure,
      lastHeartbeatDetails: request.lastHeartbeatDetails,
      identity: request.identity ?? "",
    });
    return {};
  },
);
