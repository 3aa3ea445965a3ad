// Runs PostgreSQL as its child and stops it when stdin closes, so that a killed supervisor leaves no server behind.
// Plain JavaScript: it runs from the sources in tests and from dist in production.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";

const plan = JSON.parse(process.argv[2]);
const log = openSync(plan.logFile, "a", 0o600);
const postgres = spawn(plan.command, plan.args, {
  ...plan.user,
  env: plan.env,
  cwd: "/",
  stdio: ["ignore", log, log],
});

postgres.on("error", (error) => {
  process.stderr.write(`PostgreSQL cannot start: ${error.message}\n`);
  process.exit(1);
});
postgres.on("exit", (code) => process.exit(code ?? 1));

// SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is flushed.
const stop = () => postgres.kill("SIGINT");
process.stdin.on("end", stop).on("error", stop).resume();
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);
