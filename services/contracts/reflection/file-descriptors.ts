// FileDescriptorProtos for server reflection, made from the one root: one file for each package (and one for each
// well-known type, under the name that every protobuf library knows), because the root does not keep file names.
import protobuf from "protobufjs";
import { codecOf, root } from "../codec.ts";
import { fieldNamesOf, protoNameOf } from "../proto-json/index.ts";

export interface DescriptorFile {
  name: string;
  /** Encoded google.protobuf.FileDescriptorProto. */
  bytes: Uint8Array;
  dependencies: readonly string[];
}

const LABEL_OPTIONAL = 1;
const LABEL_REPEATED = 3;
const TYPE_MESSAGE = 11;
const TYPE_ENUM = 14;
const SCALAR_TYPES: Readonly<Record<string, number>> = {
  double: 1,
  float: 2,
  int64: 3,
  uint64: 4,
  int32: 5,
  fixed64: 6,
  fixed32: 7,
  bool: 8,
  string: 9,
  bytes: 12,
  uint32: 13,
  sfixed32: 15,
  sfixed64: 16,
  sint32: 17,
  sint64: 18,
};

const WELL_KNOWN_FILES: Readonly<Record<string, string>> = {
  Timestamp: "timestamp",
  Duration: "duration",
  FieldMask: "field_mask",
  Empty: "empty",
  Any: "any",
  Struct: "struct",
  Value: "struct",
  ListValue: "struct",
  NullValue: "struct",
};

type Descriptor = Record<string, unknown>;
type Declared = protobuf.Type | protobuf.Enum | protobuf.Service;

/** The name of the file that declares a type, enum or service. */
export function fileNameOf(declared: protobuf.ReflectionObject): string {
  const packageName = packageOf(declared);
  if (packageName !== "google.protobuf") return `${packageName.replaceAll(".", "/")}/all.proto`;
  const wellKnown = WELL_KNOWN_FILES[outermost(declared).name];
  if (wellKnown !== undefined) return `google/protobuf/${wellKnown}.proto`;
  return `google/protobuf/${declared.name.endsWith("Value") ? "wrappers" : "descriptor"}.proto`;
}

/** The file with everything that `fileNameOf` puts into it, or undefined when there is no such file. */
export function descriptorFile(fileName: string): DescriptorFile | undefined {
  const directory = fileName.slice(0, fileName.lastIndexOf("/")).replaceAll("/", ".");
  const space = root.lookup(directory);
  if (!(space instanceof protobuf.Namespace)) return undefined;
  const declared = space.nestedArray.filter(isDeclared).filter((object) => fileNameOf(object) === fileName);
  if (declared.length === 0) return undefined;
  const dependencies = new Set(declared.flatMap((object) => [...referencesOf(object)].map(fileNameOf)));
  dependencies.delete(fileName);
  const sorted = [...dependencies].sort();
  const message: Descriptor = {
    name: fileName,
    package: directory,
    syntax: "proto3",
    dependency: sorted,
    messageType: declared.filter((object) => object instanceof protobuf.Type).map(messageDescriptor),
    enumType: declared.filter((object) => object instanceof protobuf.Enum).map(enumDescriptor),
    service: declared.filter((object) => object instanceof protobuf.Service).map(serviceDescriptor),
  };
  const codec = codecOf<Descriptor>("google.protobuf.FileDescriptorProto");
  return { name: fileName, bytes: codec.encode(message), dependencies: sorted };
}

function isDeclared(object: protobuf.ReflectionObject): object is Declared {
  return (
    object instanceof protobuf.Type || object instanceof protobuf.Enum || object instanceof protobuf.Service
  );
}

function outermost(object: protobuf.ReflectionObject): protobuf.ReflectionObject {
  let current = object;
  while (current.parent instanceof protobuf.Type) current = current.parent;
  return current;
}

function packageOf(object: protobuf.ReflectionObject): string {
  return outermost(object).parent?.fullName.slice(1) ?? "";
}

/** Every message and enum that a declaration mentions. */
function* referencesOf(declared: Declared): Generator<protobuf.ReflectionObject> {
  if (declared instanceof protobuf.Service) {
    for (const method of declared.methodsArray) {
      method.resolve();
      if (method.resolvedRequestType !== null) yield method.resolvedRequestType;
      if (method.resolvedResponseType !== null) yield method.resolvedResponseType;
    }
  }
  if (!(declared instanceof protobuf.Type)) return;
  for (const { field } of fieldNamesOf(declared).ordered)
    if (field.resolvedType !== null) yield field.resolvedType;
  for (const nested of declared.nestedArray.filter(isDeclared)) yield* referencesOf(nested);
}

function messageDescriptor(type: protobuf.Type): Descriptor {
  // In the order of declaration, because the members of a oneof must stand together.
  const declared: readonly protobuf.FieldBase[] = type.fieldsArray;
  const fields = fieldNamesOf(type)
    .ordered.filter(({ field }) => !field.name.startsWith("."))
    .sort((one, other) => declared.indexOf(one.field) - declared.indexOf(other.field));
  const realOneofs = type.oneofsArray.filter((oneof) =>
    oneof.fieldsArray.some((field) => !isOptional(field)),
  );
  const optionals = fields.filter(({ field }) => isOptional(field));
  const oneofNames = [
    ...realOneofs.map((oneof) => snakeCase(oneof.name)),
    ...optionals.map(({ field }) => `_${protoNameOf(field)}`),
  ];
  const oneofIndexOf = (field: protobuf.FieldBase): Descriptor => {
    const name = isOptional(field)
      ? `_${protoNameOf(field)}`
      : snakeCase(field.partOf === null ? "" : field.partOf.name);
    const index = oneofNames.indexOf(name);
    return index === -1 ? {} : { oneofIndex: index };
  };
  const maps = fields.map(({ field }) => field).filter((field) => field instanceof protobuf.MapField);
  const nested = type.nestedArray;
  return {
    name: type.name,
    field: fields.map(({ jsonName, field }) => ({
      ...fieldDescriptor(field, type),
      jsonName,
      ...oneofIndexOf(field),
    })),
    nestedType: [
      ...nested.filter((object) => object instanceof protobuf.Type).map(messageDescriptor),
      ...maps.map(mapEntryDescriptor),
    ],
    enumType: nested.filter((object) => object instanceof protobuf.Enum).map(enumDescriptor),
    oneofDecl: oneofNames.map((name) => ({ name })),
  };
}

function isOptional(field: protobuf.FieldBase): boolean {
  return field.options?.["proto3_optional"] === true;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function fieldDescriptor(field: protobuf.FieldBase, owner: protobuf.Type): Descriptor {
  const common = { name: protoNameOf(field), number: field.id };
  if (field instanceof protobuf.MapField) {
    return {
      ...common,
      label: LABEL_REPEATED,
      type: TYPE_MESSAGE,
      typeName: `${owner.fullName}.${entryName(field)}`,
    };
  }
  return {
    ...common,
    label: field.repeated ? LABEL_REPEATED : LABEL_OPTIONAL,
    ...typeDescriptor(field),
    ...(isOptional(field) ? { proto3Optional: true } : {}),
  };
}

function typeDescriptor(field: protobuf.FieldBase): Descriptor {
  const { resolvedType } = field;
  if (resolvedType === null) return { type: SCALAR_TYPES[field.type] };
  return {
    type: resolvedType instanceof protobuf.Enum ? TYPE_ENUM : TYPE_MESSAGE,
    typeName: resolvedType.fullName,
  };
}

/** protoc's name of a map's hidden entry message: "search_attributes" -> "SearchAttributesEntry". */
function entryName(field: protobuf.MapField): string {
  const camel = protoNameOf(field).replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) =>
    letter.toUpperCase(),
  );
  return `${camel}Entry`;
}

function mapEntryDescriptor(field: protobuf.MapField): Descriptor {
  return {
    name: entryName(field),
    options: { mapEntry: true },
    field: [
      { name: "key", jsonName: "key", number: 1, label: LABEL_OPTIONAL, type: SCALAR_TYPES[field.keyType] },
      { name: "value", jsonName: "value", number: 2, label: LABEL_OPTIONAL, ...typeDescriptor(field) },
    ],
  };
}

function enumDescriptor(type: protobuf.Enum): Descriptor {
  const numbers = Object.values(type.values);
  return {
    name: type.name,
    value: Object.entries(type.values).map(([name, number]) => ({ name, number })),
    ...(new Set(numbers).size < numbers.length ? { options: { allowAlias: true } } : {}),
  };
}

function serviceDescriptor(service: protobuf.Service): Descriptor {
  return {
    name: service.name,
    method: service.methodsArray.map((method) => ({
      name: method.name,
      inputType: method.resolvedRequestType?.fullName,
      outputType: method.resolvedResponseType?.fullName,
      clientStreaming: method.requestStream === true,
      serverStreaming: method.responseStream === true,
    })),
  };
}
