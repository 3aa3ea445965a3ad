// A full disk: PostgreSQL answers a write with its error for it (53100). Whoever has no disk to fill makes PostgreSQL say
// so by a trigger: the statement, the transaction and the protocol are those of the real thing. What cannot be stored is
// refused, reads are served, and when there is room again all works in the same process.
import { describe, expect, it } from "vitest";
import { CloudError } from "#shared/errors";
import { eventually } from "#harness/eventually";
import { cellWorld } from "../cell/world.ts";
import { fillDisk, freeDisk } from "./break-postgres.ts";

const RECOVERY_LIMIT_MS = 30_000;
const REFUSALS = 5;

const world = cellWorld("cell_disk_full");

describe("a cell whose database has no room", () => {
  it("C1: refuses writes with UNAVAILABLE, serves reads, and goes on when there is room", async () => {
    const { client, process } = await world.start();
    await client.start("before");
    await fillDisk(world.databaseUrl);
    for (let number = 0; number < REFUSALS; number += 1) {
      const refusal: unknown = await client
        .start(`refused-${String(number)}`)
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(CloudError);
      expect((refusal as CloudError).code).toBe("UNAVAILABLE");
    }
    const read = async (): Promise<boolean> => (await client.history("before")).length === 2;
    expect(await eventually(read, { limitMs: RECOVERY_LIMIT_MS, what: "a read" })).toBe(true);

    await freeDisk(world.databaseUrl);
    const began = performance.now();
    await eventually(async () => (await client.start("after")).started, {
      limitMs: RECOVERY_LIMIT_MS,
      what: "a start",
    });
    console.log(`stored again ${(performance.now() - began).toFixed(0)} ms after there was room`);

    expect(process.hasEnded()).toBe(false);
    const { count } = (await world.rows("select count(*)::int as count from executions"))[0] ?? {};
    expect(count, "what was refused is not there").toBe(2);
  });
});
