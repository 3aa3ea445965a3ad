// The workflows of the compatibility programs, bundled once for all workers.
export * from "./activities.ts";
export * from "./children.ts";
export * from "./lifecycle.ts";
export * from "./messages.ts";
export * from "./metered.ts";
export * from "./nexus.ts";
export * from "./schedules.ts";
export * from "./versions.ts";
