// Handlers of the Nexus service of the compatibility programs, on the same worker as the workflows that call them.
import { ApplicationFailure } from "@temporalio/common";
import * as temporalNexus from "@temporalio/nexus";
import * as nexus from "nexus-rpc";
import { contractService, type Wish } from "./nexus-service.ts";

const attempts = new Map<string, number>();

function echo(context: nexus.StartOperationContext, { value, how }: Wish): Promise<string> {
  switch (how) {
    case "fail":
      throw new nexus.OperationError("failed", "as asked", {
        cause: ApplicationFailure.create({ message: "the cause", type: "AsAsked", details: [{ value }] }),
      });
    case "cancel":
      throw new nexus.OperationError("canceled", "as asked");
    case "bad request":
      throw new nexus.HandlerError("BAD_REQUEST", "as asked");
    case "not retryable":
      throw new nexus.HandlerError("INTERNAL", "as asked", { retryableOverride: false });
    case "header":
      return Promise.resolve(context.headers[value] ?? "");
    case "second try": {
      const attempt = (attempts.get(value) ?? 0) + 1;
      attempts.set(value, attempt);
      if (attempt === 1) throw new nexus.HandlerError("UNAVAILABLE", "not yet");
      return Promise.resolve(`${value} ${attempt}`);
    }
    default:
      return Promise.resolve(value);
  }
}

const run = new temporalNexus.WorkflowRunOperationHandler<Wish, string>((context, wish) =>
  temporalNexus.startWorkflow(context, "operationBackedBy", {
    args: [wish],
    workflowId: wish.workflowId ?? `operation-${context.requestId}`,
    workflowIdConflictPolicy: "USE_EXISTING",
  }),
);

export const nexusHandler = nexus.serviceHandler(contractService, { echo, run });
