// Runs the load generator in a process of its own and answers what it measured.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { LoadPlan, LoadResult } from "./plan.ts";

const SCRIPT = fileURLToPath(new URL("./load-process.ts", import.meta.url));
const NODE_ARGS = ["--conditions=source", "--import", "tsx"];
/** Beyond warm-up and measured time: starting, and ending. */
const MARGIN_MS = 120_000;

export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...NODE_ARGS, SCRIPT, JSON.stringify(plan)],
    { timeout: (plan.warmUp.secondsMax + plan.seconds) * 1000 + MARGIN_MS },
  );
  return JSON.parse(stdout) as LoadResult;
}
