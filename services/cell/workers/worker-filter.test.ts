// Which workers a query of ListWorkers selects, and which queries are refused.
import { describe, expect, it } from "vitest";
import { temporal, timestampOfMs } from "#contracts";
import { workerFilter } from "./worker-filter.ts";
import type { WorkerHeartbeat } from "./worker-registry.ts";

const { WorkerStatus } = temporal.api.enums.v1;

const WORKER: WorkerHeartbeat = {
  workerInstanceKey: "key-1",
  workerIdentity: "me@host",
  hostInfo: { hostName: "host-1" },
  taskQueue: "orders",
  deploymentVersion: { deploymentName: "shop", buildId: "b7" },
  sdkName: "temporal-typescript",
  sdkVersion: "1.24.0",
  status: WorkerStatus.WORKER_STATUS_SHUTTING_DOWN,
  startTime: timestampOfMs(Date.parse("2026-03-01T12:00:00.250Z")),
};

const selects = (query: string): boolean => workerFilter(query)(WORKER);

describe("a worker filter", () => {
  it.each([
    "",
    "WorkerInstanceKey = 'key-1' AND WorkerIdentity = 'me@host'",
    "TaskQueue = \"orders\" and HostName starts_with 'host'",
    "DeploymentName = 'shop' AND BuildId != 'b6'",
    "SdkName NOT STARTS_WITH 'temporal-go' AND SdkVersion = '1.24.0'",
    "Status = 'ShuttingDown' AND WorkerStatus = 'ShuttingDown' AND status != 'Running'",
    "TaskQueue = 'other' OR (TaskQueue = 'orders' AND BuildId IS NOT NULL)",
    "StartTime > '2026-03-01T12:00:00Z' AND StartTime <= '2026-03-01T13:00:00.25+01:00'",
    "StartTime BETWEEN '2026-01-01T00:00:00Z' AND '2026-12-31T00:00:00Z'",
    "StartTime NOT BETWEEN '2025-01-01T00:00:00Z' AND '2025-12-31T00:00:00Z'",
    "StartTime != '2026-03-01T12:00:00Z'",
    "HeartbeatTime IS NULL AND StartTime IS NOT NULL",
    "StartTime > 1700000000000000000",
  ])("selects by %s", (query) => {
    expect(selects(query)).toBe(true);
  });

  it.each([
    "TaskQueue = 'order'",
    "TaskQueue = 'orders' AND Status = 'Running'",
    "DeploymentName IS NULL",
    "HeartbeatTime > '2020-01-01T00:00:00Z'",
    "HeartbeatTime BETWEEN '2020-01-01T00:00:00Z' AND '2030-01-01T00:00:00Z'",
    "StartTime < '2026-03-01T12:00:00.25Z'",
  ])("does not select by %s", (query) => {
    expect(selects(query)).toBe(false);
  });

  it.each([
    ["Nope = 'x'", /unknown or unsupported worker heartbeat search field: Nope/],
    ["constructor = 'x'", /unknown or unsupported/],
    ["TaskQueue > 'a'", /operation > is not supported for TaskQueue/],
    ["TaskQueue = 5", /invalid value for TaskQueue/],
    ["TaskQueue = ''", /TaskQueue cannot be empty/],
    ["NOT TaskQueue = 'a'", /'not' expression/],
    ["TaskQueue IN ('a')", /'in' for TaskQueue/],
    ["TaskQueue BETWEEN 'a' AND 'b'", /operation between is not supported/],
    ["StartTime STARTS_WITH '2026'", /operation starts_with is not supported for StartTime/],
    ["StartTime > 'yesterday'", /invalid value for StartTime/],
    ["TaskQueue = 'a' GROUP BY TaskQueue", /'group by'/],
    ["(((", /syntax error/],
  ])("refuses %s", (query, words) => {
    expect(() => workerFilter(query)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    expect(() => workerFilter(query)).toThrow(words);
  });
});
