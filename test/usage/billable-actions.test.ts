// Every row of the table of billable actions, done by Temporal's SDK against a cell: the counters say exactly what the
// table says, and nothing else (U1). Rows run one after the other, so that the difference is a row's own.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFixture, type Fixture } from "../compatibility/typescript/fixture.ts";
import { CellClient } from "../cell/cell-client.ts";
import { startCellServer } from "../contracts/cell-server.ts";
import type { ContractServer } from "../compatibility/typescript/fixture.ts";
import { messageRows } from "./actions/messages.ts";
import { runRows } from "./actions/runs.ts";
import type { Bench } from "./actions/row.ts";
import { serviceRows } from "./actions/services.ts";
import { workRows } from "./actions/work.ts";

const ROWS = [...runRows, ...workRows, ...messageRows, ...serviceRows];
let server: ContractServer;
let fixture: Fixture;
let cell: CellClient;

beforeAll(async () => {
  server = await startCellServer();
  fixture = await startFixture(server);
  cell = new CellClient(server.address);
});

afterAll(async () => {
  cell.close();
  await fixture.stop();
  await server.stop();
});

describe("U1: what is done through an SDK and what the counters say", () => {
  for (const row of ROWS) {
    it(row.title, async () => {
      const bench: Bench = { ...fixture, cell };
      const before = await cell.actionTotals();
      await row.run?.(bench);
      const more = await row.runAndTell?.(bench);
      const after = await cell.actionTotals();

      const rose = Object.entries(after)
        .map(([kind, count]) => [kind, count - (before[kind] ?? 0)] as const)
        .filter(([, count]) => count > 0);
      expect(Object.fromEntries(rose)).toEqual({ ...row.counts, ...more });
    });
  }
});
