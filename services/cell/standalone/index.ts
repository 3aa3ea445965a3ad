// The door of standalone executions: activities (and Nexus operations) that run without a workflow.
export { LiveStandalone } from "./live-standalone.ts";
export { standaloneRow } from "./standalone-row.ts";
export { StandaloneActivities, type LiveActivity } from "./activities/standalone-activities.ts";
