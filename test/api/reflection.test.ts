// Server reflection as grpcurl uses it: the services are listed, and the descriptors handed out are whole.
import grpc from "@grpc/grpc-js";
import protobuf from "protobufjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codecOf } from "#contracts";
import { startFakeApi, type FakeApi } from "./fake-api.ts";

let api: FakeApi;
beforeAll(async () => {
  api = await startFakeApi();
});
afterAll(() => api.stop());

/** A message with one string field, which is all that the questions are. */
function question(fieldNumber: number, text: string): Buffer {
  return Buffer.from(
    protobuf.Writer.create()
      .uint32((fieldNumber << 3) | 2)
      .string(text)
      .finish(),
  );
}

/** The length-delimited values of a field, at the top of a message. */
function valuesOf(message: Uint8Array, fieldNumber: number): Uint8Array[] {
  const reader = protobuf.Reader.create(message);
  const values: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === ((fieldNumber << 3) | 2)) values.push(reader.bytes());
    else reader.skipType(tag & 7);
  }
  return values;
}

function ask(version: string, questions: Buffer[]): Promise<Buffer[]> {
  const client = new grpc.Client(api.address, grpc.credentials.createInsecure());
  const same = (bytes: Buffer): Buffer => bytes;
  return new Promise((resolve, reject) => {
    const answers: Buffer[] = [];
    const path = `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`;
    const stream = client.makeBidiStreamRequest(path, same, same);
    stream.on("data", (bytes: Buffer) => answers.push(bytes));
    stream.on("error", reject);
    stream.on("end", () => {
      client.close();
      resolve(answers);
    });
    for (const each of questions) stream.write(each);
    stream.end();
  });
}

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

interface File {
  name: string;
  dependency: string[];
  service: { name: string; method: { name: string }[] }[];
}

test.each(["v1", "v1alpha"])("%s lists the public services and describes them whole", async (version) => {
  const [list, found, missing] = await ask(version, [
    question(7, "*"),
    question(4, CLOUD),
    question(4, "cellplane.directory.v1.DirectoryService"),
  ]);
  expect(list?.toString("latin1")).toContain(CLOUD);
  expect(list?.toString("latin1")).not.toContain("DirectoryService");
  const [files] = valuesOf(found ?? Buffer.alloc(0), 4);
  const codec = codecOf<File>("google.protobuf.FileDescriptorProto");
  const decoded = valuesOf(files ?? Buffer.alloc(0), 1).map((bytes) => codec.decode(bytes));
  const names = new Set(decoded.map(({ name }) => name));
  expect(decoded.flatMap(({ dependency }) => dependency).filter((name) => !names.has(name))).toEqual([]);
  const cloud = decoded.flatMap(({ service }) => service).find(({ name }) => name === "CloudService");
  expect(cloud?.method).toHaveLength(88);
  expect(valuesOf(missing ?? Buffer.alloc(0), 7)).toHaveLength(1);
});
