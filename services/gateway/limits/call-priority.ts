// Which calls of a namespace wait first when it reaches its rate: those that only look, then polls' own neighbours, last
// the ones that move work on. The order is that of Temporal's frontend (service/frontend/configs/quotas.go). Data only.

/** 1 waits last. */
export type CallPriority = 1 | 2 | 3 | 4;

const WORK =
  /^(Start|Signal|UpdateWorkflowExecution$|ExecuteMultiOperation|Record|Respond|CreateSchedule|UpdateSchedule|PatchSchedule|DeleteSchedule)/;
const CHANGES =
  /^(RequestCancel|Terminate|Reset|Delete|Pause|Unpause|Stop|Update|GetWorkflowExecutionHistory)/;
const LOOKS = /^(Query|Describe|List|Count|Scan|Get)/;

export function priorityOf(method: string): CallPriority {
  if (WORK.test(method)) return 1;
  if (CHANGES.test(method)) return 2;
  return LOOKS.test(method) ? 3 : 4;
}

/** The share of a burst that calls of a priority leave to those that come before them. */
export const RESERVED_SHARES: Readonly<Record<CallPriority, number>> = { 1: 0, 2: 0.05, 3: 0.1, 4: 0.15 };
