// Two kinds of tests: `pure` ones beside the code (no process, port or database) and the rest under test/,
// which start real processes and run one file at a time, because the machine has two cores.
import { defineConfig } from "vitest/config";

const source = { conditions: ["source"] };
const ssr = { resolve: { conditions: ["source"], externalConditions: ["source"] } };

export default defineConfig({
  resolve: source,
  ssr,
  test: {
    projects: [
      {
        resolve: source,
        ssr,
        test: {
          name: "pure",
          include: ["services/**/*.test.ts", "web/src/**/*.test.ts"],
          testTimeout: 20_000,
          pool: "threads",
        },
      },
      {
        resolve: source,
        ssr,
        test: { name: "tidy", include: ["test/tidy/**/*.test.ts"], testTimeout: 60_000, pool: "threads" },
      },
      {
        resolve: source,
        ssr,
        test: {
          name: "system",
          include: ["test/**/*.test.ts"],
          exclude: ["test/tidy/**", "test/**/*.peers.test.ts", "test/**/*.nightly.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ["test/harness/global-setup.ts"],
          pool: "forks",
          fileParallelism: false,
        },
      },
    ],
  },
});
