// Saved histories of workflows: one JSON file each in histories/, replayed by replay.test.ts against today's code.
// SAVE_HISTORIES=true with the peers' laws writes new ones, when a workflow was changed on purpose.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { Client, Connection } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { workflowIdOf } from "#domain/context";
import { metadataOf } from "../../services/workflows/starter.ts";
import { PROJECT_ROOT, type World } from "./world.ts";

const FOLDER = `${PROJECT_ROOT}/test/workflows/histories`;

export function savedHistories(): { name: string; history: unknown }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({
      name: file,
      history: JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8")) as unknown,
    }));
}

export async function saveHistory(
  world: World,
  operation: { accountId: string; operationId: string },
  name: string,
): Promise<void> {
  if (process.env["SAVE_HISTORIES"] !== "true") return;
  const { address, namespace, token } = world.control;
  const connection = await Connection.connect({ address, metadata: metadataOf({ address, token }) });
  const client = new Client({ connection, namespace: namespace ?? "cellplane" });
  const history = await client.workflow.getHandle(workflowIdOf(operation)).fetchHistory();
  await connection.close();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.json`, `${withoutPlace(historyToJSON(history))}\n`);
}

/** A history is the same wherever it was made: no path and no worker's name. */
function withoutPlace(text: string): string {
  return text
    .replaceAll(`${PROJECT_ROOT}/`, "")
    .replaceAll(/"\d+@[^"]+"/g, '"worker"')
    .replaceAll(/"stackTrace": "(?:[^"\\]|\\.)*"/g, '"stackTrace": ""');
}
