// How many actions a call asks for, as the gateway can tell before the cell has seen it: what the rules of #usage/actions
// would count if all of it is accepted. For limits only; what is billed is counted by the cell. Pure.
import { temporal } from "#contracts";
import { START_CHILD_WORKFLOW_COUNT } from "#usage/actions";
import { readVarint, skipField } from "../identity/proto-cursor.ts";

const { CommandType } = temporal.api.enums.v1;

const ONE_ACTION: ReadonlySet<string> = new Set([
  "StartWorkflowExecution",
  "SignalWorkflowExecution",
  "SignalWithStartWorkflowExecution",
  "UpdateWorkflowExecution",
  "ResetWorkflowExecution",
  "UpdateWorkflowExecutionOptions",
  "QueryWorkflow",
  "RecordActivityTaskHeartbeat",
  "RecordActivityTaskHeartbeatById",
  "CreateSchedule",
  "UpdateSchedule",
  "PatchSchedule",
  "DeleteSchedule",
  "StartActivityExecution",
  "PauseActivityExecution",
  "ResetActivityExecution",
  "UpdateActivityExecutionOptions",
  "StartNexusOperationExecution",
]);
/** A start and an update. */
const MULTI_OPERATION_ACTIONS = 2;

const COMMAND_ACTIONS: ReadonlyMap<number, number> = new Map([
  [CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK, 1],
  [CommandType.COMMAND_TYPE_START_TIMER, 1],
  [CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION, START_CHILD_WORKFLOW_COUNT],
  [CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION, 1],
  [CommandType.COMMAND_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES, 1],
  [CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION, 1],
  [CommandType.COMMAND_TYPE_SCHEDULE_NEXUS_OPERATION, 1],
  [CommandType.COMMAND_TYPE_REQUEST_CANCEL_NEXUS_OPERATION, 1],
]);
/** RespondWorkflowTaskCompletedRequest.commands and Command.command_type. */
const COMMANDS_FIELD = 2;
const COMMAND_TYPE_FIELD = 1;

/** `message` is the request, inflated, and well-formed at its top level. */
export function actionsOf(method: string, message: Uint8Array): number {
  if (ONE_ACTION.has(method)) return 1;
  if (method === "ExecuteMultiOperation") return MULTI_OPERATION_ACTIONS;
  return method === "RespondWorkflowTaskCompleted" ? actionsOfCommands(message) : 0;
}

/** All markers of a task are one action. */
function actionsOfCommands(message: Uint8Array): number {
  let actions = 0;
  let hasMarker = false;
  for (const type of commandTypes(message)) {
    actions += COMMAND_ACTIONS.get(type) ?? 0;
    hasMarker ||= type === CommandType.COMMAND_TYPE_RECORD_MARKER;
  }
  return actions + (hasMarker ? 1 : 0);
}

function* commandTypes(message: Uint8Array): Generator<number> {
  const cursor = { at: 0 };
  while (cursor.at < message.length) {
    const tag = readVarint(message, cursor);
    if (tag !== COMMANDS_FIELD * 8 + 2) {
      skipField(message, cursor, tag % 8);
      continue;
    }
    const length = readVarint(message, cursor);
    yield commandType(message.subarray(cursor.at, cursor.at + length));
    cursor.at += length;
  }
}

/** The type is the first field that encoders write; 0 when it is not there. */
function commandType(command: Uint8Array): number {
  const cursor = { at: 0 };
  while (cursor.at < command.length) {
    const tag = readVarint(command, cursor);
    if (tag === COMMAND_TYPE_FIELD * 8) return readVarint(command, cursor);
    skipField(command, cursor, tag % 8);
  }
  return 0;
}
