// `npm test`, `npm run test:peers` and `npm run test:nightly`: builds what is stale, runs vitest, and ends with one plain
// line of counts. `--peers` takes the suites that need Go, Python, Java or Temporal's own server, `--nightly` the long
// forms of simulation and faults; other arguments go to vitest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const forms = ["peers", "nightly"].filter((form) => process.argv.includes(`--${form}`));
const args = process.argv.slice(2).filter((arg) => !forms.includes(arg.slice(2)));
const config = forms.flatMap((form) => ["--config", `vitest.${form}.config.ts`]);

function run(script, scriptArgs) {
  const { status } = spawnSync(process.execPath, [script, ...scriptArgs], {
    cwd: projectRoot,
    stdio: "inherit",
  });
  return status ?? 1;
}

const built = run("scripts/build.mjs", ["--if-stale"]);
if (built !== 0) process.exit(built);

const directory = mkdtempSync(join(tmpdir(), "cellplane-report-"));
const report = join(directory, "report.json");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const status = run("node_modules/vitest/vitest.mjs", ["run", ...config, ...reporters, ...args]);
const counts = JSON.parse(readFileSync(report, "utf8"));
rmSync(directory, { recursive: true, force: true });

// A file that cannot be loaded has no test that failed; it must count all the same.
const failed =
  counts.numFailedTests +
  counts.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
process.stdout.write(`${counts.numPassedTests} passed, ${failed} failed\n`);
process.exit(status !== 0 || failed > 0 || counts.numPassedTests === 0 ? status || 1 : 0);
