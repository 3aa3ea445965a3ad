// Runs a language's suite against our cell and against Temporal's own server and reports each program as a test.
// A known difference is a program that must fail: when it passes, its entry must go, so the list only shrinks.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCellServer } from "../../contracts/cell-server.ts";
import { startTemporalServer } from "../../contracts/temporal-server.ts";
import absent from "../absent.json" with { type: "json" };
import features from "../features.json" with { type: "json" };
import knownDifferences from "../known-differences.json" with { type: "json" };
import { defineContractAttributes, type ContractServer } from "../typescript/fixture.ts";
import { buildDirectory, runSuite, type Language, type RunningSuite, type SuiteCommand } from "./suite.ts";

const SERVERS = { temporal: startTemporalServer, cell: () => startCellServer() };
type ServerName = keyof typeof SERVERS;

export function describeSuite(language: Language, build: () => Promise<SuiteCommand>): void {
  const missing: Record<string, string> = absent[language];
  const present = features.filter((name) => !(name in missing));

  it(`${language}: what is absent or known to differ is a feature`, () => {
    const known = Object.values(knownDifferences[language]).flatMap((list) => Object.keys(list));
    const names = [...Object.keys(missing), ...known];
    expect(names.filter((name) => !features.includes(name))).toEqual([]);
  });

  for (const name of ["temporal", "cell"] as const) describeServer(language, name, { build, present });
}

function describeServer(
  language: Language,
  name: ServerName,
  { build, present }: { build: () => Promise<SuiteCommand>; present: readonly string[] },
): void {
  const known: Record<string, string> = knownDifferences[language][name];

  describe(`the ${language} SDK on ${name}`, () => {
    let server: ContractServer | undefined;
    let suite: RunningSuite | undefined;

    beforeAll(async () => {
      const command = await build();
      server = await SERVERS[name]();
      await defineContractAttributes(server);
      suite = runSuite(command, ["--address", server.address, "--namespace", server.namespace]);
    });

    afterAll(async () => {
      await suite?.stop();
      await server?.stop();
    });

    for (const feature of present) {
      const run = feature in known ? it.fails : it;
      run(feature, async () => {
        const outcome = await suite?.outcomeOf(feature);
        expect(outcome?.error ?? "").toBe("");
        expect(outcome?.ok).toBe(true);
      });
    }

    it("has a program for every feature that is not absent, and no other", async () => {
      const outcomes = (await suite?.ended()) ?? [];
      // What `npm run matrix` prints.
      writeFileSync(join(buildDirectory(language), `${name}.json`), JSON.stringify(outcomes));
      expect(outcomes.map((outcome) => outcome.name).sort()).toEqual([...present].sort());
    });
  });
}
