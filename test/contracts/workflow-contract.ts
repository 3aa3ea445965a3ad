// One suite of programs for every implementation of WorkflowService. A known difference is a program that must fail:
// when it passes, its entry must go, so the list only shrinks.
import { afterAll, beforeAll, describe, it, vi } from "vitest";
import { startFixture, type ContractServer, type Fixture } from "../compatibility/typescript/fixture.ts";
import { programs } from "../compatibility/typescript/programs/index.ts";
import knownDifferences from "./known-differences.json" with { type: "json" };

const PROGRAM_TIMEOUT_MS = 60_000;
const CONCURRENT_PROGRAMS = 12;
/** Only Temporal's server is given more tries: it says what is right, and is slow to pass word between its parts. */
const REFERENCE_RETRIES = 2;

export type Implementation = keyof typeof knownDifferences;

/** Runs every program against the server that `startServer` gives; `implementation` names its known differences. */
export function describeContract(
  implementation: Implementation,
  startServer: () => Promise<ContractServer>,
): void {
  vi.setConfig({ maxConcurrency: CONCURRENT_PROGRAMS });
  const known: Record<string, string> = knownDifferences[implementation];

  describe(`the TypeScript SDK on ${implementation}`, () => {
    let server: ContractServer | undefined;
    let fixture: Fixture | undefined;

    beforeAll(async () => {
      server = await startServer();
      fixture = await startFixture(server);
    });

    afterAll(async () => {
      try {
        await fixture?.stop();
      } finally {
        await server?.stop();
      }
    });

    it("has no known difference that names no program", ({ expect }) => {
      const titles = new Set(programs.map((program) => program.title));
      expect(titles.size).toBe(programs.length);
      expect(Object.keys(known).filter((title) => !titles.has(title))).toEqual([]);
    });

    for (const program of programs) {
      const run = program.title in known ? it.concurrent.fails : it.concurrent;
      const retry = implementation === "cell" ? 0 : REFERENCE_RETRIES;
      run(program.title, { timeout: program.limitMs ?? PROGRAM_TIMEOUT_MS, retry }, async () => {
        if (fixture === undefined) throw new Error("the server did not start");
        await program.run(fixture);
      });
    }
  });
}
