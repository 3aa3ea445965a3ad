// The samples of one minute: actions as usage counted them, what cells and gateways measured, and limits as the control
// plane has them.
import type { Queryable } from "#shared/postgres";
import { readMetricMinute } from "../../store/metric-minutes-store.ts";
import type { NamespaceFacts } from "../report-statement.ts";
import {
  ACTION_ENVELOPE,
  ACTION_LIMIT,
  BILLABLE_ACTIONS,
  CAPACITY_UNITS,
  REQUEST_ENVELOPE,
  REQUEST_LIMIT,
  TOTAL_ACTIONS,
} from "./descriptors.ts";
import type { Sample } from "./exposition.ts";
import { measuredSamples } from "./measured-samples.ts";

export interface MetricFacts extends NamespaceFacts {
  limits: Limits;
  /** What it might do on demand. */
  onDemandLimits: Limits;
  /** 0 on demand. */
  capacityUnits: number;
}

interface Limits {
  actionsPerSecond: number;
  requestsPerSecond: number;
}

const SECONDS = 60;
/** Not actions per second of a workflow: they are on the bill alone. */
const NOT_IN_METRICS = ["export_workflow", "fairness", "provisioned_capacity"];

interface CountRow {
  namespace: string;
  kind: string;
  workflow_type: string;
  count: string;
}

/** Of the namespaces given, for the minute that begins at `minuteMs`. */
export async function readSamples(
  client: Queryable,
  query: {
    accountId: string;
    minuteMs: number;
    namespaces: readonly MetricFacts[];
    /** Labels that are shown because they were asked for. */
    optIn: readonly string[];
  },
): Promise<Sample[]> {
  const { accountId, minuteMs, namespaces } = query;
  const { rows } = await client.query<CountRow>(
    `select namespace, kind, workflow_type, sum(count)::text as count from action_minutes
     where account = $1 and minute = to_timestamp($2::float8 / 1000) and namespace = any($3::text[])
       and not kind = any($4::text[])
     group by 1, 2, 3 order by 1, 2, 3`,
    [accountId, minuteMs, namespaces.map(({ namespace }) => namespace), NOT_IN_METRICS],
  );
  const facts = new Map(namespaces.map((one) => [one.namespace, one]));
  const base = (namespace: string): Record<string, string> => ({
    temporal_namespace: namespace,
    temporal_account: accountId,
    region: facts.get(namespace)?.regionId ?? "",
  });
  const names = namespaces.map(({ namespace }) => namespace);
  const measured = await readMetricMinute(client, { accountId, minuteMs, namespaces: names });
  return [
    ...measuredSamples(measured, { base, optIn: query.optIn }),
    ...actionSamples(rows, base),
    ...namespaces.flatMap((one) => limitSamples(one, base)),
  ];
}

type Labels = (namespace: string) => Record<string, string>;

function actionSamples(rows: readonly CountRow[], base: Labels): Sample[] {
  const totals = new Map<string, number>();
  const samples = rows.map(({ namespace, kind, workflow_type, count }): Sample => {
    totals.set(namespace, (totals.get(namespace) ?? 0) + Number(count));
    const labels = { action_type: kind, temporal_workflow_type: workflow_type, namespace_mode: "active" };
    return {
      metric: BILLABLE_ACTIONS,
      labels: { ...base(namespace), ...labels },
      value: Number(count) / SECONDS,
    };
  });
  const sums = [...totals].map(([namespace, count]) => ({
    metric: TOTAL_ACTIONS,
    labels: { ...base(namespace), is_background: "false", namespace_mode: "active" },
    value: count / SECONDS,
  }));
  return [...samples, ...sums];
}

function limitSamples(facts: MetricFacts, base: Labels): Sample[] {
  const labels = base(facts.namespace);
  return [
    { metric: ACTION_LIMIT, labels, value: facts.limits.actionsPerSecond },
    { metric: REQUEST_LIMIT, labels, value: facts.limits.requestsPerSecond },
    { metric: ACTION_ENVELOPE, labels, value: facts.onDemandLimits.actionsPerSecond },
    { metric: REQUEST_ENVELOPE, labels, value: facts.onDemandLimits.requestsPerSecond },
    { metric: CAPACITY_UNITS, labels, value: facts.capacityUnits },
  ];
}
