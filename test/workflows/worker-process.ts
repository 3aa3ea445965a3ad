// A worker as a process of its own, so that a test can kill it: prints "ready", then "hanging <operation> <activity>" for
// each activity that was told to hang. Settings come as JSON in TEST_WORKER.
import { createCells } from "#domain/cells";
import { createDatabase } from "#domain/database";
import { Faults, startTestWorker, type WorkerProcessSettings } from "./world.ts";

const settings = JSON.parse(process.env["TEST_WORKER"] ?? "{}") as WorkerProcessSettings;
const faults = new Faults((operationId, activity) => console.log(`hanging ${operationId} ${activity}`));
for (const { operationId, activity, fault } of settings.faults) faults.set(operationId, activity, fault);

await startTestWorker({
  database: createDatabase(settings.databaseUrl),
  cells: createCells({ token: settings.tenantToken }),
  control: settings.control,
  faults,
});
console.log("ready");
