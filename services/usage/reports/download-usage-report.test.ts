// A report's file is what was asked for, complete in itself, and harmless to open.
import { expect, test } from "vitest";
import { parseGrouping } from "./grouping.ts";
import { csvLines, reportFile, type FileFormat } from "./report-file.ts";
import type { UsageRow } from "./usage-report.ts";

const ROW: UsageRow = {
  account: "acme",
  namespace: "shop.acme",
  project: "p1",
  tags: { team: "cart" },
  kind: "start_timer",
  workflowType: "order",
  taskQueue: "orders",
  periodStartMs: Date.UTC(2026, 10, 3, 5),
  actions: 12n,
  activeByteMilliseconds: 1_999n,
  retainedByteMilliseconds: 2n ** 70n,
};

async function fileOf(format: FileFormat, batches: UsageRow[][], groupBy: string[]): Promise<string> {
  let text = "";
  const source = (async function* () {
    yield* batches;
  })();
  for await (const chunk of reportFile(format, parseGrouping(groupBy), source)) text += chunk;
  return text;
}

test("columns are the groups asked for, then the quantities", async () => {
  expect(await fileOf("csv", [[ROW]], ["namespace", "tag:team", "hour"])).toBe(
    "namespace,tag:team,hour,actions,active_byte_seconds,retained_byte_seconds\n" +
      "shop.acme,cart,2026-11-03T05:00:00.000Z,12,1,1180591620717411303\n",
  );
});

test("a workflow type that looks like a formula is quoted as text", async () => {
  const csv = await fileOf(
    "csv",
    [[{ ...ROW, workflowType: '=HYPERLINK("http://x","a,b")' }]],
    ["workflow_type"],
  );

  expect(csv.split("\n")[1]).toBe(`"'=HYPERLINK(""http://x"",""a,b"")",12,1,1180591620717411303`);
});

test("a negative number is no formula", () => {
  expect(csvLines([["-1.5", "-1+1", "@x"]])).toBe("-1.5,'-1+1,'@x\n");
});

test("a file of JSON is one array, however many batches it comes in", async () => {
  const expected = {
    tags: { team: "cart" },
    month: "2026-11",
    actions: "12",
    active_byte_seconds: "1",
    retained_byte_seconds: "1180591620717411303",
  };
  for (const batches of [[], [[ROW]], [[ROW, ROW], [ROW]]]) {
    const rows = JSON.parse(await fileOf("json", batches, ["tag", "month"])) as object[];
    expect(rows).toEqual(batches.flat().map(() => expected));
  }
});
