// `npm run bench`: measures our cell, in turn with Temporal's own server, and says which goals are met.
import { Bench } from "./bench.ts";
import { judge, verdicts } from "./goals.ts";
import { describeMachine } from "./machine/describe-machine.ts";
import { readOptions, USAGE, type Options } from "./options.ts";
import { PARTS } from "./parts/index.ts";
import { medians, tables } from "./report.ts";

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exit(2);
}

const bench = new Bench(options);
try {
  for (const part of options.parts) await PARTS[part](bench);
} finally {
  await bench.stop();
}

const rows = medians(bench.rows);
const judged = judge(rows);
const machine = describeMachine();
process.stdout.write(
  options.isJson
    ? `${JSON.stringify({ machine, settings: options, rows, goals: judged, runs: bench.rows }, null, 2)}\n`
    : `${machine}\n\n${tables(rows)}\n\n${verdicts(judged)}\n`,
);
