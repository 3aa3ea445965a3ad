// Server reflection (v1 and v1alpha), so that grpcurl and the like can ask what a server offers. Descriptors are made on
// the first question, because that takes time which no start should pay.
import type grpc from "@grpc/grpc-js";
import protobuf from "protobufjs/minimal.js";

const SERVICES = ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"];
const NOT_FOUND = 5;
const UNIMPLEMENTED = 12;

/** Encoded FileDescriptorProtos by the file's name, and the file of each symbol. */
export interface ReflectedFiles {
  byName(name: string): Uint8Array | undefined;
  bySymbol(symbol: string): Uint8Array | undefined;
}

/** Adds reflection to the server; `files` is called once, on the first question that needs it. */
export function addReflection(
  server: grpc.Server,
  services: readonly string[],
  files: () => ReflectedFiles = () => ({ byName: () => undefined, bySymbol: () => undefined }),
): void {
  let made: ReflectedFiles | undefined;
  const answer = (request: Uint8Array): Buffer => answerOne(request, services, () => (made ??= files()));
  const handler: grpc.handleBidiStreamingCall<Buffer, Buffer> = (call) => {
    call.on("data", (request: Buffer) => call.write(answer(request)));
    call.on("end", () => call.end());
    call.on("error", () => call.end());
  };
  const identity = (bytes: Buffer): Buffer => bytes;
  for (const service of SERVICES) {
    server.register(`/${service}/ServerReflectionInfo`, handler, identity, identity, "bidi");
  }
}

function answerOne(request: Uint8Array, services: readonly string[], files: () => ReflectedFiles): Buffer {
  const writer = protobuf.Writer.create().uint32(18).bytes(request);
  const question = questionOf(request);
  switch (question.field) {
    case 7:
      writer.uint32(50).fork();
      for (const name of [...services, ...SERVICES]) {
        writer.uint32(10).fork().uint32(10).string(name).ldelim();
      }
      writer.ldelim();
      break;
    case 3:
    case 4: {
      const file = question.field === 3 ? files().byName(question.text) : files().bySymbol(question.text);
      if (file === undefined) writeError(writer, NOT_FOUND, `${question.text} is not known here`);
      else writer.uint32(34).fork().uint32(10).bytes(file).ldelim();
      break;
    }
    default:
      writeError(writer, UNIMPLEMENTED, "extensions are not served");
  }
  return Buffer.from(writer.finish());
}

function writeError(writer: protobuf.Writer, code: number, message: string): void {
  writer.uint32(58).fork().uint32(8).int32(code).uint32(18).string(message).ldelim();
}

function questionOf(request: Uint8Array): { field: number; text: string } {
  const question = { field: 0, text: "" };
  try {
    const reader = protobuf.Reader.create(request);
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      const field = tag >>> 3;
      if (field >= 3 && field <= 7 && (tag & 7) === 2) {
        question.field = field;
        question.text = field === 5 ? "" : reader.string();
        if (field === 5) reader.skip();
      } else reader.skipType(tag & 7);
    }
  } catch {
    // A malformed question is answered as one that is not served.
    question.field = 0;
  }
  return question;
}
