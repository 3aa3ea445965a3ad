// gRPC server reflection, v1 and v1alpha, so that grpcurl and similar tools work: lists the services it is given and hands
// out their descriptors. Shows nothing but those. Which transport carries it is the server's business.
import protobuf from "protobufjs";
import { CloudError } from "#shared/errors";
import { root } from "../codec.ts";
import { descriptorFile, fileNameOf, type DescriptorFile } from "./file-descriptors.ts";

/** Field numbers of grpc.reflection.v1 and v1alpha, which are the same. */
const messages = protobuf.Root.fromJSON({
  nested: {
    Request: {
      fields: {
        host: { type: "string", id: 1 },
        fileByFilename: { type: "string", id: 3 },
        fileContainingSymbol: { type: "string", id: 4 },
        fileContainingExtension: { type: "Extension", id: 5 },
        allExtensionNumbersOfType: { type: "string", id: 6 },
        listServices: { type: "string", id: 7 },
      },
    },
    Extension: { fields: { containingType: { type: "string", id: 1 } } },
    Response: {
      fields: {
        validHost: { type: "string", id: 1 },
        originalRequest: { type: "Request", id: 2 },
        files: { type: "Files", id: 4 },
        services: { type: "Services", id: 6 },
        error: { type: "Failure", id: 7 },
      },
    },
    Files: { fields: { bytes: { rule: "repeated", type: "bytes", id: 1 } } },
    Services: { fields: { service: { rule: "repeated", type: "Named", id: 1 } } },
    Named: { fields: { name: { type: "string", id: 1 } } },
    Failure: { fields: { code: { type: "int32", id: 1 }, message: { type: "string", id: 2 } } },
  },
});
const requestType = messages.lookupType("Request");
const responseType = messages.lookupType("Response");

type Asked = Readonly<Record<string, unknown>>;

const NOT_FOUND = 5;
const OWN_SERVICES = ["grpc.health.v1.Health"];

export const REFLECTION_PATHS = ["v1", "v1alpha"].map(
  (version) => `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
);

/** Answers encoded questions about the services; makes descriptors at the first that needs them. Errors: INVALID_ARGUMENT. */
export function createReflection(services: readonly string[]): (question: Uint8Array) => Uint8Array {
  return (question) => {
    const asked = decodeQuestion(question);
    return responseType.encode({ originalRequest: asked, ...answer(asked, services) }).finish();
  };
}

function decodeQuestion(question: Uint8Array): Asked {
  try {
    return requestType.decode(question) as unknown as Asked;
  } catch (cause) {
    throw new CloudError("INVALID_ARGUMENT", "The request is not an encoded ServerReflectionRequest.", {
      cause,
    });
  }
}

function answer(asked: Asked, services: readonly string[]): object {
  const given = (name: string): string | undefined =>
    Object.hasOwn(asked, name) ? (asked[name] as string) : undefined;
  if (given("listServices") !== undefined)
    return { services: { service: [...services, ...OWN_SERVICES].map((name) => ({ name })) } };
  const files = reachable(services);
  const symbol = given("fileContainingSymbol");
  const name = given("fileByFilename") ?? (symbol === undefined ? undefined : fileOfSymbol(symbol));
  const first = name === undefined ? undefined : files.get(name);
  if (first === undefined) return { error: { code: NOT_FOUND, message: "not found" } };
  return { files: { bytes: withDependencies(first, files).map((file) => file.bytes) } };
}

function fileOfSymbol(symbol: string): string | undefined {
  const [whole, parent] = [symbol, symbol.slice(0, symbol.lastIndexOf("."))].map((name) =>
    root.lookup(`.${name}`),
  );
  // A symbol may also be a method or a field: then its parent is what a file declares.
  const found = isDeclaration(whole) ? whole : parent;
  return isDeclaration(found) ? fileNameOf(found) : undefined;
}

function isDeclaration(
  object: protobuf.ReflectionObject | null | undefined,
): object is protobuf.ReflectionObject {
  return (
    object instanceof protobuf.Type || object instanceof protobuf.Enum || object instanceof protobuf.Service
  );
}

let cached: { services: readonly string[]; files: ReadonlyMap<string, DescriptorFile> } | undefined;

/** The files of the public services and all they depend on; made once, at the first question. */
function reachable(services: readonly string[]): ReadonlyMap<string, DescriptorFile> {
  if (cached?.services === services) return cached.files;
  const files = new Map<string, DescriptorFile>();
  const wanted = [...services, ...OWN_SERVICES].map(fileOfSymbol).filter((name) => name !== undefined);
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (files.has(name)) continue;
    const file = descriptorFile(name);
    if (file === undefined) continue;
    files.set(name, file);
    wanted.push(...file.dependencies);
  }
  cached = { services, files };
  return files;
}

/** The file after all it needs, as protoc orders them. */
function withDependencies(
  first: DescriptorFile,
  files: ReadonlyMap<string, DescriptorFile>,
): DescriptorFile[] {
  const ordered = new Set<DescriptorFile>();
  const add = (file: DescriptorFile): void => {
    if (ordered.has(file)) return;
    for (const name of file.dependencies) {
      const dependency = files.get(name);
      if (dependency !== undefined) add(dependency);
    }
    ordered.add(file);
  };
  add(first);
  return [...ordered];
}
