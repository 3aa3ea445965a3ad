// Marks the place among the commands at which a message of the worker takes effect.
import { temporal } from "#contracts";
import { prepareUpdateMessage } from "../updates/update-message.ts";
import { refuse } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const BAD =
  temporal.api.enums.v1.WorkflowTaskFailedCause
    .WORKFLOW_TASK_FAILED_CAUSE_BAD_UPDATE_WORKFLOW_EXECUTION_MESSAGE;

export const protocolMessage = taskCommand({
  attributes: "protocolMessageCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes) => {
    const messageId = attributes.messageId ?? "";
    if (messageId === "") return refuse(BAD, "MessageID is not set on ProtocolMessageCommand.");
    const message = plan.messages.get(messageId);
    if (message === undefined) {
      return refuse(BAD, `ProtocolMessageCommand referenced absent message ID ${messageId}`);
    }
    plan.messages.delete(messageId);
    return prepareUpdateMessage(plan, message);
  },
});
