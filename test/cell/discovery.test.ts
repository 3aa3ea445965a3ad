// What tools ask of a cell before they call it, on both transports: its health, and its services by reflection.
import grpc from "@grpc/grpc-js";
import protobuf from "protobufjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestCell } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1.WorkflowService";
const LIST_SERVICES = 7;
const FILE_OF_SYMBOL = 4;
const SERVING = Buffer.from([8, 1]);

/** A message with one string field, as all questions here are. */
function question(field: number, text: string): Buffer {
  const writer = protobuf.Writer.create().uint32((field << 3) | 2);
  return Buffer.from(writer.string(text).finish());
}

describe.each(["wire", "grpc-js"])("a cell that serves by %s", (transport) => {
  const world = cellWorld(`cell_discovery_${transport.replace("-", "_")}`, afterAll);
  let cell: TestCell;
  let client: grpc.Client;

  beforeAll(async () => {
    cell = await world.start({ CELLPLANE_TRANSPORT: transport, CELLPLANE_INTERNAL_TOKEN: "secret" });
    client = new grpc.Client(cell.address, grpc.credentials.createInsecure());
  });

  afterAll(() => client.close());

  const same = (bytes: Buffer): Buffer => bytes;

  /** The answers to all questions, in one call. */
  function reflect(questions: Buffer[]): Promise<Buffer[]> {
    return new Promise((resolve, reject) => {
      const answers: Buffer[] = [];
      const path = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";
      const stream = client.makeBidiStreamRequest(path, same, same);
      stream.on("data", (bytes: Buffer) => answers.push(bytes));
      stream.on("error", reject);
      stream.on("end", () => resolve(answers));
      for (const each of questions) stream.write(each);
      stream.end();
    });
  }

  it("lists its services and describes them, one answer for each question", async () => {
    const [list, described, unknown] = await reflect([
      question(LIST_SERVICES, "*"),
      question(FILE_OF_SYMBOL, WORKFLOW_SERVICE),
      question(FILE_OF_SYMBOL, "no.such.Service"),
    ]);
    expect(list?.toString("latin1")).toContain(WORKFLOW_SERVICE);
    expect(described?.includes("PollWorkflowTaskQueue")).toBe(true);
    expect(unknown?.toString("latin1")).toContain("not found");
  });

  it("holds one answer at a time for a caller that asks much and ends", async () => {
    const many = Array.from({ length: 40 }, () => question(FILE_OF_SYMBOL, WORKFLOW_SERVICE));
    const answers = await reflect(many);
    expect(answers).toHaveLength(40);
    expect(new Set(answers.map((bytes) => bytes.length)).size).toBe(1);
  });

  it("refuses a question that is no message", async () => {
    const refusal = { code: grpc.status.INVALID_ARGUMENT };
    await expect(reflect([Buffer.from([0xff])])).rejects.toMatchObject(refusal);
    await expect(reflect([question(LIST_SERVICES, "*")])).resolves.toHaveLength(1);
  });

  it("tells its health at once and keeps the watcher", async () => {
    const checked = await cell.client.grpc.call("/grpc.health.v1.Health/Check", new Uint8Array());
    expect(Buffer.from(checked)).toEqual(SERVING);
    const watch = client.makeServerStreamRequest(
      "/grpc.health.v1.Health/Watch",
      same,
      same,
      question(1, WORKFLOW_SERVICE),
    );
    watch.on("error", () => undefined);
    const first = await new Promise<Buffer>((resolve) => watch.once("data", resolve));
    expect(first).toEqual(SERVING);
    watch.cancel();
  });
});
