// The query language of ListWorkers and CountWorkers: conditions on what a worker's heartbeat says, joined by AND and OR.
// The syntax is that of visibility's lists; here is what names and values mean. Pure.
import { temporal } from "#contracts";
import { canonicalDatetime, parseFilter, type Condition, type Literal } from "../visibility/index.ts";
import { CloudError } from "#shared/errors";
import type { WorkerHeartbeat } from "./worker-registry.ts";

type Timestamp = { seconds?: unknown; nanos?: number | null } | null | undefined;
type Predicate = (heartbeat: WorkerHeartbeat) => boolean;

const TEXTS: Readonly<Record<string, (heartbeat: WorkerHeartbeat) => string>> = {
  WorkerInstanceKey: (heartbeat) => heartbeat.workerInstanceKey ?? "",
  WorkerIdentity: (heartbeat) => heartbeat.workerIdentity ?? "",
  HostName: (heartbeat) => heartbeat.hostInfo?.hostName ?? "",
  TaskQueue: (heartbeat) => heartbeat.taskQueue ?? "",
  DeploymentName: (heartbeat) => heartbeat.deploymentVersion?.deploymentName ?? "",
  BuildId: (heartbeat) => heartbeat.deploymentVersion?.buildId ?? "",
  SdkName: (heartbeat) => heartbeat.sdkName ?? "",
  SdkVersion: (heartbeat) => heartbeat.sdkVersion ?? "",
  WorkerStatus: statusName,
  Status: statusName,
  status: statusName,
};

const TIMES: Readonly<Record<string, (heartbeat: WorkerHeartbeat) => Timestamp>> = {
  StartTime: (heartbeat) => heartbeat.startTime,
  HeartbeatTime: (heartbeat) => heartbeat.heartbeatTime,
};

/** Every worker for an empty query. Errors: INVALID_ARGUMENT naming what is wrong. */
export function workerFilter(query: string): Predicate {
  const { condition, groupBy, orderBy } = parseFilter(query);
  if (groupBy.length > 0) throw invalid("operation is not supported: 'group by' clause");
  if (orderBy.length > 0) throw invalid("operation is not supported: 'order by' clause");
  return condition === undefined ? () => true : compile(condition);
}

function compile(condition: Condition): Predicate {
  switch (condition.kind) {
    case "and": {
      const all = condition.conditions.map(compile);
      return (heartbeat) => all.every((one) => one(heartbeat));
    }
    case "or": {
      const any = condition.conditions.map(compile);
      return (heartbeat) => any.some((one) => one(heartbeat));
    }
    case "not":
      throw invalid("operation is not supported: 'not' expression");
    case "in":
      throw invalid(`operation is not supported: 'in' for ${condition.field}`);
    case "null":
      return compileNull(condition);
    case "between":
      return compileBetween(condition);
    case "comparison":
      return compileComparison(condition);
  }
}

function compileComparison(condition: Extract<Condition, { kind: "comparison" }>): Predicate {
  const { field, operator, value } = condition;
  const text = own(TEXTS, field);
  if (text === undefined) {
    const compare = ORDERED[operator];
    if (compare === undefined) throw unsupported(operator, field);
    const time = timeOf(field);
    const wanted = datetime(field, value);
    return (heartbeat) => {
      const at = canonical(time(heartbeat));
      return at !== undefined && compare(at, wanted);
    };
  }
  const match = TEXT_OPERATORS[operator];
  if (match === undefined) throw unsupported(operator, field);
  if (value.kind !== "string") throw invalid(`invalid value for ${field}: it is not a string value`);
  if (value.value === "") throw invalid(`${field} cannot be empty`);
  return (heartbeat) => match(text(heartbeat), value.value);
}

function compileNull({ field, negated }: Extract<Condition, { kind: "null" }>): Predicate {
  const text = own(TEXTS, field);
  if (text !== undefined) return (heartbeat) => (text(heartbeat) === "") !== negated;
  const time = timeOf(field);
  return (heartbeat) => (time(heartbeat) == null) !== negated;
}

function compileBetween(condition: Extract<Condition, { kind: "between" }>): Predicate {
  const { field, negated } = condition;
  if (own(TEXTS, field) !== undefined) throw unsupported("between", field);
  const time = timeOf(field);
  const from = datetime(field, condition.from);
  const to = datetime(field, condition.to);
  return (heartbeat) => {
    const at = canonical(time(heartbeat));
    return at !== undefined && (at >= from && at <= to) !== negated;
  };
}

const TEXT_OPERATORS: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  "=": (text, wanted) => text === wanted,
  "!=": (text, wanted) => text !== wanted,
  STARTS_WITH: (text, wanted) => text.startsWith(wanted),
  "NOT STARTS_WITH": (text, wanted) => !text.startsWith(wanted),
};

/** Canonical times have one length: their order is that of their texts. */
const ORDERED: Readonly<Record<string, (at: string, wanted: string) => boolean>> = {
  "=": (at, wanted) => at === wanted,
  "!=": (at, wanted) => at !== wanted,
  "<": (at, wanted) => at < wanted,
  "<=": (at, wanted) => at <= wanted,
  ">": (at, wanted) => at > wanted,
  ">=": (at, wanted) => at >= wanted,
};

function timeOf(field: string): (heartbeat: WorkerHeartbeat) => Timestamp {
  const time = own(TIMES, field);
  if (time === undefined) throw invalid(`unknown or unsupported worker heartbeat search field: ${field}`);
  return time;
}

function datetime(field: string, literal: Literal): string {
  const nanos = literal.kind === "integer" ? literal.value : undefined;
  const text =
    nanos === undefined
      ? literal.kind === "string" && canonicalDatetime(literal.value)
      : canonical({ seconds: Number(nanos / 1_000_000_000n), nanos: Number(nanos % 1_000_000_000n) });
  if (typeof text === "string") return text;
  throw invalid(`invalid value for ${field}: it is not a time like 2026-01-31T23:59:59Z`);
}

/** As `canonicalDatetime` writes it; undefined for no time and for one out of range. */
function canonical(time: Timestamp): string | undefined {
  if (time == null) return undefined;
  const at = new Date(Number(time.seconds ?? 0) * 1_000);
  if (Number.isNaN(at.getTime())) return undefined;
  return canonicalDatetime(`${at.toISOString().slice(0, 19)}.${String(time.nanos ?? 0).padStart(9, "0")}Z`);
}

function statusName({ status }: WorkerHeartbeat): string {
  const name = temporal.api.enums.v1.WorkerStatus[status ?? 0] ?? "";
  const words = name.replace("WORKER_STATUS_", "").toLowerCase().split("_");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function unsupported(operator: string, field: string): Error {
  return invalid(
    `invalid expression: operation ${operator.toLowerCase()} is not supported for ${field} column`,
  );
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
