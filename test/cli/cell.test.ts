// `cellplane cell` as a person runs it: it serves, keeps its data, stops cleanly, and says what is wrong.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { freePort } from "../harness/ports.ts";
import { createTestDatabase } from "../harness/postgres.ts";
import { runProgram, type Program } from "../harness/program.ts";

let folder: string;
let running: Program[];

beforeEach(() => {
  running = [];
  folder = mkdtempSync(join(tmpdir(), "cellplane cell "));
  // Under root, PostgreSQL runs as another user and keeps its data here only if it can pass.
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const command of running) await command.stop();
  rmSync(folder, { recursive: true, force: true });
});

function cellplane(args: readonly string[]): Program {
  return runProgram("cli/main", args, folder);
}

/** A cell in the test's folder on a port that the system chooses. */
function cell(...args: string[]): Program {
  const command = cellplane(["cell", "--port", "0", "--ready-file", "ready", ...args]);
  running.push(command);
  return command;
}

interface ReadyFacts {
  pid: number;
  address: string;
  namespaces: string[];
}

async function facts(command: Program): Promise<ReadyFacts> {
  await command.says("ready in");
  return JSON.parse(readFileSync(join(folder, "ready"), "utf8")) as ReadyFacts;
}

async function withClient<Result>(
  address: string,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const connection = await Connection.connect({ address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

/** Process ids of PostgreSQL servers whose data is in the test's folder. */
function postgresProcesses(): string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`${folder}/`);
    } catch {
      // Ended meanwhile.
      return false;
    }
  });
}

describe("with its own PostgreSQL", () => {
  test("it serves SDKs, survives a restart with its data, and leaves nothing behind", async () => {
    const first = cell("--namespace", "orders", "--search-attribute", "City=Keyword");
    const { address, pid, namespaces } = await facts(first);
    expect(pid).toBe(first.child.pid);
    expect(namespaces).toEqual(["default", "orders"]);
    await withClient(address, async (client) => {
      await client.workflow.start("greet", { workflowId: "hello", taskQueue: "nobody" });
    });

    expect(await first.stop("SIGTERM")).toBe(0);
    expect(first.stderr()).toBe("");
    expect(existsSync(join(folder, "ready"))).toBe(false);
    expect(postgresProcesses()).toEqual([]);

    const second = cell();
    const again = await facts(second);
    await withClient(again.address, async (client) => {
      const description = await client.workflow.getHandle("hello").describe();
      expect(description.status.name).toBe("RUNNING");
      const { customAttributes } = await client.connection.operatorService.listSearchAttributes({
        namespace: "orders",
      });
      expect(Object.keys(customAttributes)).toEqual(["City"]);
    });
    expect(await second.stop("SIGINT")).toBe(0);
    expect(postgresProcesses()).toEqual([]);
  });

  test("a second one on the same folder is told which process has it, and the first goes on", async () => {
    const first = cell();
    const { address, pid } = await facts(first);

    const second = cell();
    expect(await second.ended()).toBe(1);
    expect(second.stderr()).toContain(`process ${pid}`);
    expect(second.stderr()).toContain("choose another --data");
    await withClient(address, (client) => client.workflowService.getSystemInfo({}));
  });

  test("killed without a word it leaves no PostgreSQL, and the next one starts on what was acknowledged", async () => {
    const first = cell();
    const { address } = await facts(first);
    await withClient(address, (client) =>
      client.workflow.start("greet", { workflowId: "kept", taskQueue: "nobody" }),
    );
    await first.stop("SIGKILL");
    await eventually(() => postgresProcesses().length === 0, { limitMs: 20_000, what: "PostgreSQL gone" });

    const again = await facts(cell());
    const status = await withClient(again.address, (client) => client.workflow.getHandle("kept").describe());
    expect(status.status.name).toBe("RUNNING");
  });
});

describe("on somebody else's PostgreSQL", () => {
  test("it takes a database by URL, and a second one waits until the first has ended", async () => {
    const database = await createTestDatabase("cli_cell");
    try {
      const first = cell("--database", database.url);
      await facts(first);
      const second = cellplane(["cell", "--port", "0", "--database", database.url]);
      running.push(second);
      await second.says("another cell writes to this database");
      expect(second.stdout()).not.toContain("ready");
      expect(await first.stop()).toBe(0);
      await second.says("ready in");
      expect(await second.stop()).toBe(0);
    } finally {
      for (const command of running) await command.stop();
      await database.drop();
    }
  });
});

describe("mistakes", () => {
  test("a port that is taken is named, and nothing is started", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    // A listening TCP server has an AddressInfo; the string form is for pipes.
    const { port } = server.address() as AddressInfo;
    const command = cellplane(["cell", "--port", String(port), "--data", "data"]);
    expect(await command.ended()).toBe(1);
    expect(command.stderr()).toContain(`port ${port} on 127.0.0.1 is in use; choose another --port`);
    expect(existsSync(join(folder, "data"))).toBe(false);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test.each([
    [["cell", "--prot", "1"], "--prot"],
    [["cell", "--port", "many"], "--port"],
    [["cell", "--data", "/dev/null/x"], "--data /dev/null/x"],
    [["sell"], '"sell"'],
    [["help", "sell"], '"sell"'],
    [["start", "--port-base", "1"], "--port-base"],
    [["version", "--loud"], "--loud"],
  ])("%j ends with 2 and names what is wrong", async (args, named) => {
    const command = cellplane(args);
    expect(await command.ended()).toBe(2);
    expect(command.stderr()).toContain(named);
    expect(command.stdout()).toBe("");
  });

  test("a database that nobody serves, or that does not let it in, is named in one line", async () => {
    const database = await createTestDatabase("cli_refused");
    const wrong = new URL(database.url);
    wrong.username = "nobody";
    const missing = new URL(database.url);
    missing.pathname = "/missing";
    const cases = [`postgres://127.0.0.1:${await freePort()}/cell`, wrong.toString(), missing.toString()];
    for (const url of cases) {
      const command = cellplane(["cell", "--port", "0", "--database", url]);
      expect(await command.ended()).toBe(1);
      expect(command.stderr()).toMatch(/^the database \S+ cannot be used: [^\n]+\n$/);
    }
    await database.drop();
  });

  test("a folder of a whole cloud is not taken for a cell", async () => {
    writeFileSync(join(folder, "secrets.json"), "{}");
    const command = cell("--data", ".");
    expect(await command.ended()).toBe(1);
    expect(command.stderr()).toContain("holds the data of a whole cloud");
  });
});

describe("help", () => {
  test("every command is shown, and what it takes", async () => {
    const overview = cellplane([]);
    expect(await overview.ended()).toBe(0);
    for (const word of ["cell", "start", "quickstart", "version", "help"])
      expect(overview.stdout()).toContain(`  ${word} `);
    for (const args of [
      ["cell", "--help"],
      ["help", "cell"],
    ]) {
      const command = cellplane(args);
      expect(await command.ended()).toBe(0);
      expect(command.stdout()).toContain("default .cellplane-cell");
    }
  });
});
