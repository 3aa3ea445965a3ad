// The door of the billable actions: a pure table of which call, command or event is how many, and the recount from
// histories. Cells, gateways and customers' own checks use the same rules; README.md tells them in words.
export {
  ACTION_KINDS,
  EVENTLESS_KINDS,
  isActionKind,
  OTHER_LABEL,
  sumActions,
  totalOf,
  type Action,
  type ActionKind,
} from "./kinds.ts";
export { actionOfCommand, actionsOfTaskCompletion, type TaskCompletion } from "./command-actions.ts";
export { actionOfStart, isLaterRun, type StartCall, type StartedAttributes } from "./start-actions.ts";
export { actionsOfHistory, type HistoryEvent } from "./history-actions.ts";
export { comparableKind } from "./comparable-kinds.ts";
export {
  activityRetriesOf,
  isBillableMarker,
  isBillableUpsert,
  isFreeQuery,
  localRetriesOf,
  LOCAL_RETRIES_PER_TASK_MAX,
  SCHEDULE_WORKFLOW_COUNT,
  START_CHILD_WORKFLOW_COUNT,
} from "./rules.ts";
