// Looks into one seed by hand: what the life was like, its problems, and the histories of the workflows they name.
// node --conditions=source --import tsx test/simulation/run-seed.ts SEED [STEPS] [HOW MANY SEEDS]
import { simulate } from "./simulate.ts";

const [first = "1", steps = "20000", count = "1"] = process.argv.slice(2);
const SHOWN = 20;

for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  const began = process.cpuUsage();
  const { problems, describe, tables: _tables, ...life } = await simulate(seed, Number(steps));
  const { user, system } = process.cpuUsage(began);
  console.log(JSON.stringify({ ...life, cpuMs: (user + system) / 1_000, problems: problems.length }));
  for (const problem of problems.slice(0, SHOWN)) console.log(`  ${problem}`);
  const named = new Set(problems.flatMap((problem) => problem.match(/\b[wc]-\d+/g) ?? []));
  if (Number(count) === 1) for (const workflowId of named) console.log(describe(workflowId));
}
