// How vitest runs the suites that `npm test` leaves out: one file at a time, as long as they take.
import { defineConfig, type ViteUserConfig } from "vitest/config";

const LIMIT_MS = 900_000;

/** `form` is in the names of the files: "x.peers.test.ts". */
export function longSuites(form: "peers" | "nightly"): ViteUserConfig {
  return defineConfig({
    resolve: { conditions: ["source"] },
    ssr: { resolve: { conditions: ["source"], externalConditions: ["source"] } },
    test: {
      name: form,
      include: [`test/**/*.${form}.test.ts`],
      testTimeout: LIMIT_MS,
      hookTimeout: LIMIT_MS,
      globalSetup: ["test/harness/global-setup.ts"],
      pool: "forks",
      fileParallelism: false,
      passWithNoTests: false,
    },
  });
}
