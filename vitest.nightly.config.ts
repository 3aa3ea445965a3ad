// Long runs of what `npm test` does shortly: `npm run test:nightly`.
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"], externalConditions: ["source"] } },
  test: {
    name: "nightly",
    include: ["test/**/*.nightly.test.ts"],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    globalSetup: ["test/harness/global-setup.ts"],
    pool: "forks",
    fileParallelism: false,
    passWithNoTests: false,
  },
});
