// Reads a request for a report: whose, of which time, grouped by what; and makes sure that what just happened is in it.
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import { refreshUsage } from "./final-until.ts";
import { needsFacts, parseGrouping, type Grouping } from "./grouping.ts";
import { rangeOf } from "./report-range.ts";
import type { NamespaceFacts, UsageQuery } from "./report-statement.ts";
import { MINUTE_MS } from "./segments.ts";

/** Who asks, and when. */
export interface UsageReader {
  usage: Pool;
  accountId: string;
  now: number;
  signal: AbortSignal;
  /** What the control plane knows of the account's namespaces. */
  facts: () => Promise<readonly NamespaceFacts[]>;
}

const GROUP_BY_DEFAULT = ["namespace", "kind"];
/** A report that reaches this close to now asks the cells first; one cell that hangs costs this much time. */
const RECENT_MS = 5 * MINUTE_MS;
const REFRESH_LIMIT_MS = 1_500;

type Request = Pick<
  cloudV1.IGetUsageReportRequest,
  "startTimeInclusive" | "endTimeExclusive" | "month" | "namespace" | "groupBy"
>;

/** Errors: INVALID_ARGUMENT naming the field; NOT_FOUND for a namespace of another account. */
export async function readRequest(
  reader: UsageReader,
  request: Request,
): Promise<{ query: UsageQuery; grouping: Grouping }> {
  const asked = request.groupBy ?? [];
  const grouping = parseGrouping(asked.length === 0 ? GROUP_BY_DEFAULT : asked);
  const range = rangeOf(request, reader.now);
  const namespace = namespaceOf(request.namespace ?? "", reader.accountId);
  if (range.toMs > reader.now - RECENT_MS) {
    await refreshUsage(reader.usage, { limitMs: REFRESH_LIMIT_MS, signal: reader.signal });
  }
  const facts = needsFacts(grouping) ? await reader.facts() : [];
  const query = { accountId: reader.accountId, namespace, range, groupBy: grouping.names, facts };
  return { query, grouping };
}

function namespaceOf(namespace: string, accountId: string): string | undefined {
  if (namespace === "") return undefined;
  if (namespace.endsWith(`.${accountId}`)) return namespace;
  throw new CloudError(
    "NOT_FOUND",
    "There is no namespace of this name in your account. Names look like shop.a1b2c.",
    { field: "namespace" },
  );
}
