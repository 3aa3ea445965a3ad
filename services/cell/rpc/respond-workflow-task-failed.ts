// RespondWorkflowTaskFailed.
import type { temporal } from "#contracts";
import { commit } from "../executions/transact.ts";
import { findByToken } from "./find-by-token.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskFailedRequest;
type Response = temporal.api.workflowservice.v1.IRespondWorkflowTaskFailedResponse;

export const respondWorkflowTaskFailed = rpc<Request, Response>(
  "RespondWorkflowTaskFailed",
  async (engine, request) => {
    const { execution, token } = await findByToken(engine, request);
    await commit(engine, execution, { kind: "failWorkflowTask", task: token, request });
    return {};
  },
);
