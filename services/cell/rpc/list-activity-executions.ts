// ListActivityExecutions and CountActivityExecutions.
import { timestampOfMs, type temporal } from "#contracts";
import { standaloneSchema, type ListedStandalone } from "../visibility/index.ts";
import { countAnswer } from "./count-answer.ts";
import { listedFields, listedPage } from "./list-standalone.ts";
import { rpc } from "./operation.ts";

type ListRequest = temporal.api.workflowservice.v1.IListActivityExecutionsRequest;
type ListResponse = temporal.api.workflowservice.v1.IListActivityExecutionsResponse;
type CountRequest = temporal.api.workflowservice.v1.ICountActivityExecutionsRequest;
type CountResponse = temporal.api.workflowservice.v1.ICountActivityExecutionsResponse;

const schema = standaloneSchema({
  kind: 1,
  id: "ActivityId",
  statuses: ["Unspecified", "Running", "Completed", "Failed", "Canceled", "Terminated", "TimedOut", "Paused"],
  keywords: { ActivityType: "keyword_1", TaskQueue: "keyword_2" },
});

export const listActivityExecutions = rpc<ListRequest, ListResponse>(
  "ListActivityExecutions",
  async (engine, request) => {
    const { listed, nextPageToken } = await listedPage(engine, request, { schema, infoOf });
    return { executions: listed, nextPageToken };
  },
);

function infoOf(execution: ListedStandalone): temporal.api.activity.v1.IActivityExecutionListInfo {
  const [activityType, taskQueue] = execution.keywords;
  return {
    activityId: execution.id,
    activityType: { name: activityType },
    taskQueue,
    executionTime: timestampOfMs(execution.executionMs),
    ...listedFields(execution),
  };
}

export const countActivityExecutions = rpc<CountRequest, CountResponse>(
  "CountActivityExecutions",
  (engine, request) =>
    countAnswer(engine, engine.namespaces.named(request.namespace), { query: request.query ?? "", schema }),
);
