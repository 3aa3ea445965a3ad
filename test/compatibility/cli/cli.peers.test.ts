// Temporal's command line on our cell and on Temporal's own server: the same commands end the same way and print the
// same. A known difference is a command that must differ: when it no longer does, its entry has to go.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { freePort } from "#harness/ports";
import { startProcess, type TestProcess } from "#harness/process";
import { startTemporalServer } from "../../contracts/temporal-server.ts";
import { startFixture } from "../typescript/fixture.ts";
import knownDifferences from "./known-differences.json" with { type: "json" };
import { runSession, type CliServer } from "./run-session.ts";
import { sessions } from "./sessions/index.ts";
import { openTemporalCli, type TemporalCli } from "./temporal-cli.ts";

const SESSION_LIMIT_MS = 300_000;
const known: Readonly<Record<string, string>> = knownDifferences;

let cli: TemporalCli;
let database: TestDatabase;
let cell: TestProcess;
let temporal: Awaited<ReturnType<typeof startTemporalServer>>;
let servers: { cell: CliServer; temporal: CliServer };

beforeAll(async () => {
  cli = await openTemporalCli();
  temporal = await startTemporalServer();
  database = await createTestDatabase("cli");
  const address = `127.0.0.1:${await freePort()}`;
  cell = await startProcess("cell", {
    CELLPLANE_DATABASE_URL: database.url,
    CELLPLANE_LISTEN_ADDRESS: address,
    CELLPLANE_NAMESPACES: temporal.namespace,
  });
  const ours = {
    address,
    httpAddress: address,
    namespace: temporal.namespace,
    metadata: {},
    stop: () => cell.stop(),
  };
  servers = {
    cell: { address, metadata: {}, fixture: await startFixture(ours) },
    temporal: { ...temporal, fixture: await startFixture(temporal) },
  };
});

afterAll(async () => {
  await servers.cell.fixture.stop();
  await servers.temporal.fixture.stop();
  await cell.stop();
  await database.drop();
  await temporal.stop();
  cli.close();
});

describe("the temporal command", () => {
  it("has no known difference that names no command", () => {
    const commands = sessions.flatMap(({ title, steps }) =>
      steps.map(({ args }) => `${title}: ${args.join(" ")}`),
    );
    expect(Object.keys(known).filter((name) => !commands.includes(name))).toEqual([]);
  });

  for (const session of sessions) {
    it(session.title, { timeout: SESSION_LIMIT_MS }, async () => {
      const [ours, theirs] = await Promise.all([
        runSession(cli, servers.cell, session),
        runSession(cli, servers.temporal, session),
      ]);
      for (const [index, expected] of theirs.entries()) {
        const isKnown = `${session.title}: ${expected.command}` in known;
        if (isKnown) expect.soft(ours[index], `no longer differs: ${expected.command}`).not.toEqual(expected);
        else expect.soft(ours[index], expected.command).toEqual(expected);
      }
    });
  }
});

describe("the commands that need no server", () => {
  it("workflow fix-history-json reads what workflow show writes", async () => {
    const { fixture } = servers.cell;
    const workflowId = fixture.id("history");
    await fixture.client.workflow.execute("echo", { args: [1], workflowId, taskQueue: fixture.taskQueue });
    const target = { address: servers.cell.address, namespace: fixture.namespace };
    const shown = await cli.run(["workflow", "show", "-w", workflowId, "-o", "json"], target);
    const folder = mkdtempSync(join(tmpdir(), "cellplane-history-"));
    writeFileSync(join(folder, "history.json"), shown.stdout);
    const fixed = await cli.run(["workflow", "fix-history-json", "-s", join(folder, "history.json")]);
    rmSync(folder, { recursive: true, force: true });
    expect(JSON.parse(fixed.stdout)).toEqual(JSON.parse(shown.stdout));
  });

  it("env keeps and shows what it is told", async () => {
    expect(
      (await cli.run(["env", "set", "--env", "cell", "-k", "address", "-v", "127.0.0.1:1"])).exitCode,
    ).toBe(0);
    expect((await cli.run(["env", "get", "--env", "cell"])).stdout).toContain("127.0.0.1:1");
    expect((await cli.run(["env", "list"])).stdout).toContain("cell");
    expect((await cli.run(["env", "delete", "--env", "cell"])).exitCode).toBe(0);
  });

  it("config profiles reach the cell", async () => {
    const { address } = servers.cell;
    expect((await cli.run(["config", "set", "--prop", "address", "--value", address])).exitCode).toBe(0);
    expect((await cli.run(["config", "get"])).stdout).toContain(address);
    expect((await cli.run(["operator", "cluster", "health"])).stdout).toContain("SERVING");
    expect((await cli.run(["config", "delete", "--prop", "address"])).exitCode).toBe(0);
  });
});
