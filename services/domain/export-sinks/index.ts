// The door of export sinks: where histories of closed workflows go.
export { createExportSink } from "./create-export-sink.ts";
export { deleteExportSink } from "./delete-export-sink.ts";
export type { ExportDestination, ExportFile, WriteExportFile } from "./destination.ts";
export { exportHistories, type ExportPorts } from "./export-histories.ts";
export { exportSettings, type ExportSettings } from "./export-settings.ts";
export { getExportSink, getExportSinks } from "./get-export-sinks.ts";
export { createExportWriter } from "./stores/index.ts";
export { updateExportSink } from "./update-export-sink.ts";
export { validateExportSink } from "./validate-export-sink.ts";
