// The law of the killed worker: at any activity of any workflow, before its effect or after it, a worker that dies
// leaves an operation that the next worker ends (P1), as if nothing had happened (P3).
import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { eventually } from "#harness/eventually";
import { randomIds } from "#shared/ids";
import { comparable, endOf, FULFILLED, lawsOf, prepare, snapshot, type Case, type Law } from "./laws.ts";
import { PROJECT_ROOT, type Fault, type World, type WorkerProcessSettings } from "./world.ts";

const HANG_LIMIT_MS = 60_000;

interface Victim {
  law: Law;
  example: Case;
  operationId: string;
  activity: string;
  fault: Fault;
  expected: unknown;
}

export function killedWorkerLaw(worldOf: () => World): void {
  it("P1: an operation ends although its worker is killed at any activity", async () => {
    const world = worldOf();
    const worker = await world.startWorker();
    const victims = (
      await Promise.all(lawsOf(world.tenant.driver).map((law) => victimsOf(world, law)))
    ).flat();
    await worker.stop();
    await hangAndKill(world, victims);
    await world.startWorker();
    for (const { example, operationId, expected, law, activity, fault } of victims) {
      const what = `${law.workflowType} ${fault} ${activity}`;
      expect(await endOf(example, operationId), what).toBe(FULFILLED);
      expect(comparable(example, await snapshot(example)), what).toEqual(expected);
    }
  });
}

/** A good run tells which activities there are and what the world is afterwards. */
async function victimsOf(world: World, law: Law): Promise<Victim[]> {
  const good = await prepare(world, law);
  const goodId = randomIds.uuid();
  await law.ask(good, goodId);
  expect(await endOf(good, goodId)).toBe(FULFILLED);
  const expected = comparable(good, await snapshot(good));
  const places = world.ran(goodId).flatMap((activity) => [
    { activity, fault: "hang-before" as const },
    { activity, fault: "hang-after" as const },
  ]);
  return Promise.all(
    places.map(async (place) => {
      const example = await prepare(world, law);
      return { law, example, operationId: randomIds.uuid(), expected, ...place };
    }),
  );
}

async function hangAndKill(world: World, victims: readonly Victim[]): Promise<void> {
  const settings: WorkerProcessSettings = {
    databaseUrl: world.databaseUrl,
    control: world.control,
    tenantToken: world.tenant.token,
    faults: victims.map(({ operationId, activity, fault }) => ({ operationId, activity, fault })),
  };
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=source", `${PROJECT_ROOT}/test/workflows/worker-process.ts`],
    {
      cwd: PROJECT_ROOT,
      env: { PATH: process.env["PATH"], TEST_WORKER: JSON.stringify(settings) },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const killed = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    await eventually(() => output.includes("ready"), {
      limitMs: HANG_LIMIT_MS,
      what: "worker process ready",
    });
    for (const { law, example, operationId } of victims) await law.ask(example, operationId);
    await eventually(
      () =>
        victims.every(({ operationId, activity }) => output.includes(`hanging ${operationId} ${activity}`)),
      { limitMs: HANG_LIMIT_MS, what: "every activity hangs" },
    );
  } finally {
    child.kill("SIGKILL");
    await killed;
  }
}
