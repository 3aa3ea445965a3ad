// DownloadFocusReport: a month's usage and costs in the columns of FOCUS, sent while it is read.
import type { cloudV1 } from "#contracts";
import { allowanceOf, findInvoiceOfPeriod, listLines } from "#billing/invoices";
import type { PriceBook } from "#billing/prices";
import { findTerms } from "#billing/terms";
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import {
  csvLines,
  parseGrouping,
  readRequest,
  streamUsageReport,
  type Grouping,
  type StreamedBody,
  type UsageReader,
} from "#usage/reports";
import type { FocusFacts } from "./focus-charge.ts";
import { focusCharges, type ChargePeriod } from "./focus-charges.ts";
import { FOCUS_VERSIONS, focusColumns, type FocusVersion } from "./focus-columns.ts";

export interface FocusReader extends UsageReader {
  billing: Pool;
  /** Of accounts without terms of their own. */
  defaultBook: PriceBook;
  accountName: string;
}

/** What a charge always names, and what follows from it anyway. */
const GIVEN = new Set(["account", "namespace", "project", "tag"]);
const OWN = { workflow_type: "x_WorkflowType", task_queue: "x_TaskQueue" } as const;

/** Errors: INVALID_ARGUMENT naming the field. */
export async function downloadFocusReport(
  reader: FocusReader,
  request: cloudV1.IDownloadFocusReportRequest,
): Promise<StreamedBody> {
  const version = versionOf(request.version ?? "");
  const grouping = parseGrouping(request.groupBy ?? []);
  const period = grouping.period ?? (grouping.names.length === 0 ? "day" : "month");
  const month = request.month || new Date(reader.now).toISOString().slice(0, "2026-11".length);
  const { query } = await readRequest(reader, { month, groupBy: queryGroups(grouping, period) });
  const { billing, accountId } = reader;
  const { range } = query;
  const terms = await findTerms(billing, { ...reader, beforeMs: range.toMs });
  const invoice = await findInvoiceOfPeriod(billing, accountId, range.fromMs);
  const facts: FocusFacts = {
    ...reader,
    book: terms.book,
    billingPeriod: range,
    invoiceId: invoice?.invoiceId ?? "",
    namespaces: new Map((await reader.facts()).map((one) => [one.namespace, one])),
  };
  const charges = focusCharges(streamUsageReport(reader.usage, query), {
    ...{ book: terms.book, billingPeriod: range, period },
    month: allowanceOf(terms, { startMs: range.fromMs, endMs: range.toMs }),
    invoice: invoice && { ...invoice, lines: await listLines(billing, accountId, invoice.invoiceId) },
  });
  return {
    contentType: "text/csv; charset=utf-8",
    fileName: `focus-${version}-${month}.csv`,
    chunks: focusFile(facts, charges, { version, grouping }),
  };
}

/** Every charge is of one namespace, so that its project, tags and region are known. */
function queryGroups({ names }: Grouping, period: ChargePeriod): string[] {
  const asked = names.filter((name) => !GIVEN.has(name) && !name.startsWith("tag:") && name !== period);
  return ["namespace", ...asked, ...(period === "month" ? [] : [period])];
}

async function* focusFile(
  facts: FocusFacts,
  batches: ReturnType<typeof focusCharges>,
  { version, grouping }: { version: FocusVersion; grouping: Grouping },
): AsyncGenerator<string> {
  const own = Object.entries(OWN).filter(([name]) => grouping.names.some((asked) => asked === name));
  const columns = focusColumns(
    version,
    own.map(([, column]) => column),
  );
  yield csvLines([columns.map(([name]) => name)]);
  for await (const charges of batches) {
    yield csvLines(charges.map((charge) => columns.map(([, cell]) => cell(charge, facts))));
  }
}

function versionOf(name: string): FocusVersion {
  if (name === "") return "1.2";
  const known = FOCUS_VERSIONS.find((version) => version === name);
  if (known !== undefined) return known;
  throw new CloudError("INVALID_ARGUMENT", `version must be of: ${FOCUS_VERSIONS.join(", ")}.`, {
    field: "version",
  });
}
