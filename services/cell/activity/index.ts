// The door of the core of standalone activities: pure, deterministic transitions of one. No I/O, no clock, no randomness
// here; the runtime around it stores, delivers and times.
export { firstDispatchAt, offerOf } from "./attempts/dispatch.ts";
export { activityNotFound } from "./attempts/find-attempt.ts";
export { decodeActivity, encodeActivityRequest, encodeActivityState } from "./codec.ts";
export { nextActivityWakeAt } from "./deadlines.ts";
export { decideActivity } from "./decide.ts";
export { describeActivity, outcomeOf } from "./describe-activity.ts";
export { checkedDuration } from "./options/check-duration.ts";
export { checkActivityStart } from "./starting/check-activity-start.ts";
export { startActivityExecution, type ActivityStart } from "./starting/start-activity-execution.ts";
export { isClosed, publicStatus, STATUS } from "./status.ts";
export type { ActivityContext, ActivityOutcome } from "./transition.ts";
export type * from "./command.ts";
export type * from "./effect.ts";
export type { ActivityState, StartRequest } from "./state.ts";
