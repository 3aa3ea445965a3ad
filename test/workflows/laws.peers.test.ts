// The laws of workflows with Temporal's own server as control-plane cell and as tenant cell: setting an address moves
// both there with no change of code.
import { afterAll, beforeAll, describe } from "vitest";
import { startTemporalServer } from "../contracts/temporal-server.ts";
import { killedWorkerLaw } from "./kill-suite.ts";
import { workflowLaws } from "./laws-suite.ts";
import { registerControlNamespace } from "./temporal-cluster.ts";
import { createWorld, type World } from "./world.ts";

describe("on a Temporal cluster", () => {
  let server: Awaited<ReturnType<typeof startTemporalServer>>;
  let world: World;
  beforeAll(async () => {
    server = await startTemporalServer();
    const { address } = server;
    const namespace = await registerControlNamespace(address);
    world = await createWorld({
      control: { driver: "temporal", address, namespace },
      tenant: { driver: "temporal", address },
    });
    await world.startWorker();
  });
  afterAll(async () => {
    await world.stop();
    await server.stop();
  });
  workflowLaws(() => world, "temporal");
});

describe("on a Temporal cluster, with workers that die", () => {
  let server: Awaited<ReturnType<typeof startTemporalServer>>;
  let world: World;
  beforeAll(async () => {
    server = await startTemporalServer();
    const { address } = server;
    const namespace = await registerControlNamespace(address);
    world = await createWorld({
      control: { driver: "temporal", address, namespace },
      tenant: { driver: "temporal", address },
    });
  });
  afterAll(async () => {
    await world.stop();
    await server.stop();
  });
  killedWorkerLaw(() => world);
});
