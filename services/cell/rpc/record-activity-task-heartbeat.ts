// RecordActivityTaskHeartbeat and its form by activity id.
import type { temporal } from "#contracts";
import { activityById, activityByToken } from "./find-activity.ts";
import type { NamedActivity } from "./named-activity.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRecordActivityTaskHeartbeatRequest;
type ByIdRequest = temporal.api.workflowservice.v1.IRecordActivityTaskHeartbeatByIdRequest;
type Response = temporal.api.workflowservice.v1.IRecordActivityTaskHeartbeatResponse;

export const recordActivityTaskHeartbeat = rpc<Request, Response>(
  "RecordActivityTaskHeartbeat",
  async (engine, request) => heartbeat(await activityByToken(engine, request), request),
);

export const recordActivityTaskHeartbeatById = rpc<ByIdRequest, Response>(
  "RecordActivityTaskHeartbeatById",
  async (engine, request) => heartbeat(await activityById(engine, request), request),
);

async function heartbeat(activity: NamedActivity, request: Request | ByIdRequest): Promise<Response> {
  const told = await activity.heartbeat({ details: request.details, identity: request.identity ?? "" });
  return {
    cancelRequested: told.isCancelRequested,
    activityPaused: told.isPaused,
    activityReset: told.isReset,
  };
}
