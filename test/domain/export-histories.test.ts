// Exports of closed histories, from an embedded cell to an object store that checks signatures and to a folder: all that
// closed, hour by hour, at least once, counted once, and going on after whatever went wrong.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { methodOf, type cellV1, type temporal } from "#contracts";
import type { Cells } from "#domain/cells";
import type { DomainContext } from "#domain/context";
import {
  createExportSink,
  createExportWriter,
  deleteExportSink,
  exportHistories,
  exportSettings,
  getExportSink,
  updateExportSink,
  validateExportSink,
  type WriteExportFile,
} from "#domain/export-sinks";
import { deleteNamespace, getNamespace } from "#domain/namespaces";
import { eventually } from "#harness/eventually";
import { historiesIn } from "#harness/exported-file";
import { S3_ACCESS_KEY_ID, S3_SECRET, startS3Server, type S3Server } from "#harness/s3-server";
import { systemClock } from "#shared/clock";
import { createEnvelope } from "#shared/envelope";
import { createGrpcClient } from "#shared/grpc-client";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { metadataOf } from "../../services/workflows/starter.ts";
import { startEmbeddedCells, type EmbeddedCells } from "../workflows/embedded-cells.ts";
import { lawOf, prepare, type Case } from "../workflows/laws.ts";
import { createWorld, type World } from "../workflows/world.ts";

const ENVELOPE = createEnvelope(Buffer.alloc(32, 5).toString("base64"));

type ExportSinkSpec = temporal.api.cloud.namespace.v1.IExportSinkSpec;

const HOUR_MS = 3_600_000;
const BUCKET = "acme-histories";
const MEGABYTE = 1024 * 1024;
let cells: EmbeddedCells;
let world: World;
let s3: S3Server;
let connection: Connection;

beforeAll(async () => {
  cells = await startEmbeddedCells();
  world = await createWorld(cells);
  await world.startWorker();
  s3 = await startS3Server("us-east-1");
  const { address, token } = cells.tenant;
  connection = await Connection.connect({ address, metadata: metadataOf({ address, token }) });
});
afterAll(async () => {
  await connection.close();
  await s3.stop();
  await world.stop();
  await cells.stop();
});

const writer = (change: Record<string, string> = {}): WriteExportFile =>
  createExportWriter(
    exportSettings.parse({
      exportS3Endpoint: s3.url,
      exportS3AccessKeyId: S3_ACCESS_KEY_ID,
      exportS3SecretAccessKey: S3_SECRET,
      ...change,
    }),
  );

const specOf = (change: Partial<ExportSinkSpec> = {}): ExportSinkSpec => ({
  name: "all",
  enabled: true,
  s3: {
    roleName: "export-role",
    bucketName: BUCKET,
    region: "us-east-1",
    kmsArn: "",
    awsAccountId: "123456789012",
  },
  ...change,
});

/** An account of its own with a namespace and a sink, and an empty bucket. */
async function newSink(spec = specOf()): Promise<Case> {
  const example = await prepare(world, lawOf("updateNamespace"));
  s3.buckets.set(BUCKET, new Map());
  await createExportSink(example.context, { namespace: example.namespace, spec });
  return example;
}

/** Starts and ends workflows; answers their ids. */
async function closeWorkflows(example: Case, count: number, inputBytes = 0): Promise<string[]> {
  const client = new Client({ connection, namespace: example.namespace });
  const ids = Array.from({ length: count }, (_none, index) => `w-${systemClock.now()}-${index}`);
  for (const workflowId of ids) {
    const args = inputBytes === 0 ? [] : ["x".repeat(inputBytes)];
    const handle = await client.workflow.start("order", { taskQueue: "q", workflowId, args });
    await handle.terminate("to be exported");
  }
  return ids;
}

/** As the job does, so many hours from now. */
function runExport(hours: number, ports: { write?: WriteExportFile; cells?: Cells } = {}): Promise<number> {
  return exportHistories({
    database: world.database,
    cells: world.cells,
    write: writer(),
    ids: randomIds,
    envelope: ENVELOPE,
    log: createLogger({ process: "test", level: "silent" }),
    clock: { ...systemClock, now: () => systemClock.now() + hours * HOUR_MS },
    ...ports,
  });
}

/** Whom mails about the account's namespaces go to. */
async function addAdministrator(accountId: string): Promise<void> {
  const now = new Date();
  await world.database.query.user.create({
    data: {
      ...{ id: `admin-${accountId}`, accountId, email: `admin@${accountId}.example`, state: "ACTIVE" },
      ...{ accountRole: "admin", verifiedAt: now, createdAt: now, updatedAt: now },
    },
  });
}

const exportedFiles = (example: Case): [string, Buffer][] =>
  [...(s3.buckets.get(BUCKET) ?? new Map<string, Buffer>())].filter(([key]) =>
    key.includes(example.namespace),
  );

function workflowIdsIn(file: Uint8Array): string[] {
  return historiesIn(file).map(
    ([started]) => started?.workflowExecutionStartedEventAttributes?.workflowId ?? "",
  );
}

const exportedIds = (example: Case): string[] =>
  exportedFiles(example).flatMap(([, file]) => workflowIdsIn(file));

const sinkOf = async (
  { context, namespace }: { context: DomainContext; namespace: string },
  name = "all",
): Promise<temporal.api.cloud.namespace.v1.IExportSink> =>
  (await getExportSink(context, { namespace, name })).sink ?? {};

/** Billable actions of exports, as usage reads them. */
async function exportActions(example: Case): Promise<number> {
  const method = methodOf("cellplane.cell.v1.CellControlService/ReadCounters");
  const client = createGrpcClient(cells.tenant.address, { token: cells.tenant.token });
  const bytes = await client.call(method.path, method.request.encode({}));
  client.close();
  const { actions } = method.response.decode(bytes) as cellV1.IReadCountersResponse;
  return (actions ?? [])
    .filter(({ namespace, kind }) => namespace === example.namespace && kind === "export_workflow")
    .reduce((sum, { count }) => sum + (count ?? 0), 0);
}

describe("an hour's closed workflows", () => {
  it("are in one file of the public message, whole, and counted one action each", async () => {
    const example = await newSink();
    const ids = await closeWorkflows(example, 3);

    await runExport(2);

    const [file] = exportedFiles(example);
    expect(file?.[0]).toMatch(
      new RegExp(`^temporal-workflow-history/export/${example.namespace}(/\\d+){5}/[0-9a-f-]{36}$`),
    );
    expect(exportedIds(example)).toEqual(ids);
    const client = new Client({ connection, namespace: example.namespace });
    const histories = historiesIn(file?.[1] ?? Buffer.alloc(0));
    for (const [index, workflowId] of ids.entries()) {
      const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
      expect(JSON.stringify(histories[index])).toBe(JSON.stringify(events));
    }
    expect(await exportActions(example)).toBe(3);
    const sink = await sinkOf(example);
    expect(sink).toMatchObject({ health: 1, errorMessage: "" });
    expect(sink.latestDataExportTime).toBeDefined();
    expect(sink.lastHealthCheckTime).toBeDefined();
  });

  it("are exported once: the next hours bring what closed since", async () => {
    const example = await newSink();
    const first = await closeWorkflows(example, 2);
    await runExport(2);
    await runExport(3);
    expect(exportedIds(example)).toEqual(first);
    const second = await closeWorkflows(example, 1);
    await runExport(4);
    expect(exportedIds(example)).toEqual([...first, ...second]);
    expect(await exportActions(example)).toBe(3);
  });

  it("wait for ten minutes after their hour, and open ones until they close", async () => {
    const example = await newSink();
    const client = new Client({ connection, namespace: example.namespace });
    const open = await client.workflow.start("order", { taskQueue: "q", workflowId: "open" });
    await closeWorkflows(example, 1);
    const now = systemClock.now();
    const hoursUntil = (ms: number): number => (ms - now) / HOUR_MS;
    const endOfHour = Math.ceil(now / HOUR_MS) * HOUR_MS;
    await runExport(hoursUntil(endOfHour + 9 * 60_000));
    expect(exportedIds(example)).toEqual([]);
    await runExport(hoursUntil(endOfHour + 11 * 60_000));
    expect(exportedIds(example)).toHaveLength(1);
    await open.terminate();
    await runExport(3);
    expect(exportedIds(example)).toContain("open");
  });

  it("fill as many files as they need", async () => {
    const example = await newSink();
    const ids = await closeWorkflows(example, 7, 1.5 * MEGABYTE);
    await runExport(2);
    expect(exportedFiles(example).length).toBeGreaterThan(1);
    expect(exportedIds(example)).toEqual(ids);
    expect(await exportActions(example)).toBe(7);
  });

  it("are not those of another namespace, nor of what closed before the sink was made", async () => {
    const early = await prepare(world, lawOf("updateNamespace"));
    await closeWorkflows(early, 1);
    s3.buckets.set(BUCKET, new Map());
    await createExportSink(early.context, { namespace: early.namespace, spec: specOf() });
    const other = await prepare(world, lawOf("updateNamespace"));
    await closeWorkflows(other, 1);
    await runExport(2);
    expect([...(s3.buckets.get(BUCKET)?.keys() ?? [])].join()).not.toContain(other.namespace);
    expect(exportedIds(early)).toEqual([]);
  });
});

describe("after a crash", () => {
  it("between file and counting, the file is written again in its place and counted once", async () => {
    const example = await newSink();
    const ids = await closeWorkflows(example, 2);
    const dying: Cells = {
      ...world.cells,
      open: (cell) => ({
        ...world.cells.open(cell),
        recordExport: () => Promise.reject(new Error("the process died here")),
      }),
    };
    await runExport(2, { cells: dying });
    expect(exportedIds(example)).toEqual(ids);
    expect(await exportActions(example)).toBe(0);
    expect(await sinkOf(example)).toMatchObject({ health: 2 });

    await runExport(2.1);

    expect(exportedIds(example)).toEqual(ids);
    expect(await exportActions(example)).toBe(2);
    expect(await sinkOf(example)).toMatchObject({ health: 1, errorMessage: "" });
  });

  it("between counting and the row, nothing is counted twice, also with workflows that closed since", async () => {
    const example = await newSink();
    await closeWorkflows(example, 2);
    const before = await world.database.query.exportSink.findFirstOrThrow({
      where: { namespace: example.namespace },
    });
    await runExport(2);
    const { closeTimeMs, startTimeMs, runId, exportedUntil } = before;
    await world.database.query.exportSink.updateMany({
      where: { id: before.id },
      data: { closeTimeMs, startTimeMs, runId, exportedUntil },
    });
    await closeWorkflows(example, 1);
    await runExport(3);
    expect(new Set(exportedIds(example)).size).toBe(3);
    expect(await exportActions(example)).toBe(3);
  });

  it("with the lease still held, another process waits until it ends", async () => {
    const example = await newSink();
    await closeWorkflows(example, 1);
    const leasedUntil = new Date(systemClock.now() + 2 * HOUR_MS + 60_000);
    const where = { namespace: example.namespace };
    await world.database.query.exportSink.updateMany({ where, data: { leasedUntil } });
    await runExport(2);
    expect(exportedIds(example)).toEqual([]);
    await runExport(2.1);
    expect(exportedIds(example)).toHaveLength(1);
  });
});

describe("a destination that takes nothing", () => {
  it("is shown as the owner's mistake when the bucket is missing, and gets all once it is there", async () => {
    const example = await newSink();
    const ids = await closeWorkflows(example, 1);
    s3.buckets.delete(BUCKET);
    await addAdministrator(example.context.actor.accountId);
    await runExport(2);
    const sick = await sinkOf(example);
    expect(sick).toMatchObject({ health: 3 });
    expect(sick.errorMessage).toContain("NoSuchBucket");
    const told = { subject: `Exports of ${example.namespace} fail` };
    expect(await world.database.query.mail.findMany({ where: told })).toHaveLength(1);
    s3.buckets.set(BUCKET, new Map());
    // It waits before it tries again, and whoever was told is not told again.
    await runExport(2);
    expect(exportedIds(example)).toEqual([]);
    await runExport(2.1);
    expect(exportedIds(example)).toEqual(ids);
    expect(await sinkOf(example)).toMatchObject({ health: 1, errorMessage: "" });
    expect(await world.database.query.mail.findMany({ where: told })).toHaveLength(1);
  });

  it("is shown as ours when the installation's keys are wrong or the store is in trouble", async () => {
    const example = await newSink();
    await closeWorkflows(example, 1);
    await addAdministrator(example.context.actor.accountId);
    await runExport(2, { write: writer({ exportS3SecretAccessKey: "wrong" }) });
    const wrongKey = await sinkOf(example);
    expect(wrongKey).toMatchObject({ health: 2 });
    expect(wrongKey.errorMessage).toContain("SignatureDoesNotMatch");
    expect(wrongKey.errorMessage).not.toContain("127.0.0.1");
    const told = { subject: `Exports of ${example.namespace} fail` };
    expect(await world.database.query.mail.findMany({ where: told })).toEqual([]);
    s3.failNext(503, "SlowDown");
    await runExport(2.1);
    expect((await sinkOf(example)).errorMessage).toContain("SlowDown");
    await runExport(3);
    expect(exportedIds(example)).toHaveLength(1);
  });
});

describe("a sink's owner", () => {
  it("stops exports by disabling the sink, and gets what closed meanwhile by enabling it", async () => {
    const example = await newSink();
    const { context, namespace } = example;
    const set = async (enabled: boolean): Promise<void> => {
      const { resourceVersion } = await sinkOf(example);
      const spec = specOf({ enabled });
      await updateExportSink(context, { namespace, spec, resourceVersion: resourceVersion ?? "" });
    };
    await set(false);
    const ids = await closeWorkflows(example, 1);
    await runExport(2);
    expect(exportedIds(example)).toEqual([]);
    await set(true);
    await runExport(2);
    expect(exportedIds(example)).toEqual(ids);
  });

  it("stops exports by deleting the sink, and a new one of the name begins anew", async () => {
    const example = await newSink();
    const { context, namespace } = example;
    await closeWorkflows(example, 1);
    await deleteExportSink(context, { namespace, name: "all", resourceVersion: "1" });
    await createExportSink(context, { namespace, spec: specOf() });
    const ids = await closeWorkflows(example, 1);
    await runExport(2);
    expect(exportedIds(example)).toEqual(ids);
  });

  it("deletes the namespace, and its sinks with it", async () => {
    const { context, namespace, accountId } = await newSink();
    const { resourceVersion } = (await getNamespace(context, { namespace })).namespace ?? {};
    await deleteNamespace(context, { namespace, resourceVersion: resourceVersion ?? "" });
    const left = (): Promise<number> =>
      world.database.query.exportSink.count({ where: { accountId, namespace } });
    await eventually(async () => (await left()) === 0);
  });

  it("finds out by validation whether a file can be written, and why not", async () => {
    const { context, namespace } = await newSink();
    const request = { namespace, spec: specOf() };
    await validateExportSink(context, writer(), request);
    expect([...(s3.buckets.get(BUCKET)?.keys() ?? [])].join()).toContain(`validation/${namespace}/`);
    s3.buckets.delete(BUCKET);
    await expect(validateExportSink(context, writer(), request)).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
      publicMessage: expect.stringContaining("NoSuchBucket") as string,
    });
  });
});

it("a folder takes the files of every kind of sink, whole", async () => {
  const exportFolder = mkdtempSync(join(tmpdir(), "cellplane exports "));
  const gcs = { saId: "writer", bucketName: BUCKET, gcpProjectId: "acme-prod", region: "us-central1" };
  const example = await newSink({ name: "all", enabled: true, gcs });
  const ids = await closeWorkflows(example, 2);
  await runExport(2, { write: writer({ exportFolder }) });
  const files = readdirSync(exportFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const ours = files.filter(({ parentPath }) => parentPath.includes(example.namespace));
  expect(ours).toHaveLength(1);
  expect(ours[0]?.parentPath).toContain(join(exportFolder, "gcs", BUCKET, "temporal-workflow-history"));
  const file = readFileSync(join(ours[0]?.parentPath ?? "", ours[0]?.name ?? ""));
  expect(workflowIdsIn(file)).toEqual(ids);
  rmSync(exportFolder, { recursive: true });
});

it("an Azure sink without a folder says that the operator has to configure one", async () => {
  const azureBlob = {
    tenantId: "11111111-2222-3333-4444-555555555555",
    storageAccount: "acmehistories",
    containerName: "histories",
    region: "eastus",
    subscriptionId: "11111111-2222-3333-4444-555555555555",
    resourceGroup: "acme",
  };
  const example = await newSink({ name: "all", enabled: true, azureBlob });
  await closeWorkflows(example, 1);
  await runExport(2);
  const sink = await sinkOf(example);
  expect(sink).toMatchObject({ health: 2 });
  expect(sink.errorMessage).toContain("operator");
});
