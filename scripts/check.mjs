// `npm run check`: types, lint, format, generated files, then tidy and the pure tests. Stops at the first that fails.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const STEPS = [
  ["types", "node", ["node_modules/typescript-native/bin/tsc", "-p", "tsconfig.json"]],
  ["types of the console", "node", ["node_modules/typescript-native/bin/tsc", "-p", "web/tsconfig.json"]],
  [
    "lint",
    "node",
    [
      "node_modules/eslint/bin/eslint.js",
      ".",
      "--cache",
      "--cache-location",
      "node_modules/.cache/eslint",
      "--max-warnings",
      "0",
    ],
  ],
  [
    "format",
    "node",
    ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "--cache", "."],
  ],
  ["generated", "node", ["scripts/check-generated.mjs"]],
  [
    "tidy and pure tests",
    "node",
    ["node_modules/vitest/vitest.mjs", "run", "--project", "pure", "--project", "tidy"],
  ],
];

for (const [name, command, args] of STEPS) {
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, { cwd: projectRoot, stdio: "inherit" });
  process.stdout.write(
    `${status === 0 ? "ok  " : "FAIL"} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`,
  );
  if (status !== 0) process.exit(status ?? 1);
}
