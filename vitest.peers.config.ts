// Suites that need Go, Python, Java or Temporal's own server: `npm run test:peers`.
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"], externalConditions: ["source"] } },
  test: {
    name: "peers",
    include: ["test/**/*.peers.test.ts"],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    globalSetup: ["test/harness/global-setup.ts"],
    pool: "forks",
    fileParallelism: false,
    passWithNoTests: false,
  },
});
