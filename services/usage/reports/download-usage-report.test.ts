// The CSV of a report is what was asked for, and harmless to open.
import { expect, test } from "vitest";
import { toCsv } from "./download-usage-report.ts";
import type { UsageRow } from "./usage-report.ts";

const ROW: UsageRow = {
  namespace: "shop.acme",
  kind: "start_timer",
  workflowType: "order",
  taskQueue: "orders",
  periodStartMs: Date.UTC(2026, 10, 3, 5),
  actions: 12n,
  activeByteMilliseconds: 1_999n,
  retainedByteMilliseconds: 2n ** 70n,
};

test("columns are the groups asked for, then the quantities", () => {
  expect(toCsv([ROW], ["namespace", "hour"])).toBe(
    "namespace,hour,actions,active_byte_seconds,retained_byte_seconds\n" +
      "shop.acme,2026-11-03T05:00:00.000Z,12,1,1180591620717411303\n",
  );
});

test("a workflow type that looks like a formula is quoted as text", () => {
  const csv = toCsv([{ ...ROW, workflowType: '=HYPERLINK("http://x","a,b")' }], ["workflow_type"]);

  expect(csv.split("\n")[1]).toBe(`"'=HYPERLINK(""http://x"",""a,b"")",12,1,1180591620717411303`);
});
