// The door of standalone executions: activities (and Nexus operations) that run without a workflow.
import type { Engine } from "../engine.ts";
import type { StandaloneActivities } from "./activities/standalone-activities.ts";

export { LiveStandalone } from "./live-standalone.ts";
export type { StandaloneExecutions } from "./standalone-executions.ts";
export type { StandaloneState } from "./standalone-kind.ts";
export { standaloneRow } from "./standalone-row.ts";
export { StandaloneOperations, type LiveOperation } from "./operations/standalone-operations.ts";
export { StandaloneActivities, type LiveActivity } from "./activities/standalone-activities.ts";

/** Everything of this kind that a cell starts, stops, loses and takes up again. */
export function standaloneKinds({
  activities,
  operations,
}: Pick<Engine, "activities" | "operations">): Pick<
  StandaloneActivities["executions"],
  "start" | "stop" | "dropLost" | "reloadLost" | "dropNamespace"
>[] {
  return [activities.executions, operations.executions];
}
