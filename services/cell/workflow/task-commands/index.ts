// All commands of one workflow task: each checked in turn, none applied before all are good.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { prepareUpdateMessage } from "../updates/update-message.ts";
import { cancelExternalWorkflow } from "./cancel-external-workflow.ts";
import { cancelNexusOperation } from "./cancel-nexus-operation.ts";
import { cancelTimer } from "./cancel-timer.ts";
import { cancelWorkflow } from "./cancel-workflow.ts";
import { completeWorkflow } from "./complete-workflow.ts";
import { continueAsNew } from "./continue-as-new.ts";
import { failWorkflow } from "./fail-workflow.ts";
import { modifyProperties } from "./modify-properties.ts";
import type { Plan } from "./plan.ts";
import { protocolMessage } from "./protocol-message.ts";
import { recordMarker } from "./record-marker.ts";
import type { Refusal } from "./refusal.ts";
import { requestCancelActivity } from "./request-cancel-activity.ts";
import { scheduleActivity } from "./schedule-activity.ts";
import { scheduleNexusOperation } from "./schedule-nexus-operation.ts";
import { signalExternalWorkflow } from "./signal-external-workflow.ts";
import { startChildWorkflow } from "./start-child-workflow.ts";
import { startTimer } from "./start-timer.ts";
import type { Apply, CommandMessage, TaskCommand } from "./task-command.ts";
import { upsertSearchAttributes } from "./upsert-search-attributes.ts";

type CommandType = temporal.api.enums.v1.CommandType;
const { CommandType } = temporal.api.enums.v1;

const COMMANDS: Partial<Record<CommandType, TaskCommand>> = {
  [CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK]: scheduleActivity,
  [CommandType.COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK]: requestCancelActivity,
  [CommandType.COMMAND_TYPE_START_TIMER]: startTimer,
  [CommandType.COMMAND_TYPE_CANCEL_TIMER]: cancelTimer,
  [CommandType.COMMAND_TYPE_RECORD_MARKER]: recordMarker,
  [CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION]: completeWorkflow,
  [CommandType.COMMAND_TYPE_FAIL_WORKFLOW_EXECUTION]: failWorkflow,
  [CommandType.COMMAND_TYPE_CANCEL_WORKFLOW_EXECUTION]: cancelWorkflow,
  [CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION]: continueAsNew,
  [CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION]: startChildWorkflow,
  [CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION]: signalExternalWorkflow,
  [CommandType.COMMAND_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION]: cancelExternalWorkflow,
  [CommandType.COMMAND_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES]: upsertSearchAttributes,
  [CommandType.COMMAND_TYPE_MODIFY_WORKFLOW_PROPERTIES]: modifyProperties,
  [CommandType.COMMAND_TYPE_PROTOCOL_MESSAGE]: protocolMessage,
  [CommandType.COMMAND_TYPE_SCHEDULE_NEXUS_OPERATION]: scheduleNexusOperation,
  [CommandType.COMMAND_TYPE_REQUEST_CANCEL_NEXUS_OPERATION]: cancelNexusOperation,
};

const CLOSING: ReadonlySet<CommandType> = new Set([
  CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
  CommandType.COMMAND_TYPE_FAIL_WORKFLOW_EXECUTION,
  CommandType.COMMAND_TYPE_CANCEL_WORKFLOW_EXECUTION,
  CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION,
]);

/** Throws INVALID_ARGUMENT for a list that no worker should send: the task stays with the worker. */
export function checkCommandSequence(commands: readonly CommandMessage[], commandsMax: number): void {
  if (commands.length > commandsMax) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      `too many commands: at most ${commandsMax} in one workflow task`,
    );
  }
  commands.forEach((command, index) => {
    const type = command.commandType ?? 0;
    if (COMMANDS[type] === undefined) {
      throw new CloudError("INVALID_ARGUMENT", `unknown command type: ${nameOf(type)}`);
    }
    if (CLOSING.has(type) && index !== commands.length - 1) {
      const names = commands.map((one) => nameOf(one.commandType ?? 0)).join(", ");
      throw new CloudError(
        "INVALID_ARGUMENT",
        `invalid command sequence: [${names}], command ${nameOf(type)} must be the last command.`,
      );
    }
  });
}

/** "StartTimer" for COMMAND_TYPE_START_TIMER. */
function nameOf(type: CommandType): string {
  const name = Object.entries(CommandType).find(([, value]) => value === type)?.[0] ?? String(type);
  return name
    .replace("COMMAND_TYPE_", "")
    .toLowerCase()
    .replace(/(^|_)(\w)/g, (_match, _gap, letter: string) => letter.toUpperCase());
}

/** What applying all commands and messages means, or why one of them is refused. */
export function prepareCommands(plan: Plan, commands: readonly CommandMessage[]): Apply[] | Refusal {
  const applies: Apply[] = [];
  for (const command of commands) {
    const prepared = COMMANDS[command.commandType ?? 0]?.prepare(plan, command);
    if (prepared === undefined) continue;
    if (typeof prepared !== "function") return prepared;
    applies.push(prepared);
  }
  for (const message of plan.messages.values()) {
    const prepared = prepareUpdateMessage(plan, message);
    if (typeof prepared !== "function") return prepared;
    applies.push(prepared);
  }
  return applies;
}
