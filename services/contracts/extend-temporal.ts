// Adds to Temporal's own descriptors what a newer public version of its API has: fields, methods and enum values of known
// types, and new types. What is there already stays as it is.
import protobuf from "protobufjs";

/** `additions` is the JSON of a namespace of `into` by the same name. */
export function extendNamespace(into: protobuf.Namespace, additions: protobuf.INamespace): void {
  for (const [name, json] of Object.entries(additions.nested ?? {})) {
    const known = into.get(name);
    if (known === null) into.addJSON({ [name]: json });
    else if (known instanceof protobuf.Type) extendType(known, json as protobuf.IType);
    else if (known instanceof protobuf.Enum) extendEnum(known, json as protobuf.IEnum);
    else if (known instanceof protobuf.Service) extendService(known, json as protobuf.IService);
    else if (known instanceof protobuf.Namespace) extendNamespace(known, json as protobuf.INamespace);
  }
}

function extendType(type: protobuf.Type, { fields, nested }: protobuf.IType): void {
  for (const [name, json] of Object.entries(fields)) {
    if (type.get(name) !== null) continue;
    const isMap = "keyType" in json;
    type.add(
      isMap
        ? protobuf.MapField.fromJSON(name, json as protobuf.IMapField)
        : protobuf.Field.fromJSON(name, json),
    );
  }
  extendNamespace(type, nested === undefined ? {} : { nested });
}

function extendEnum(known: protobuf.Enum, { values }: protobuf.IEnum): void {
  for (const [name, id] of Object.entries(values)) {
    if (known.values[name] === undefined) known.add(name, id);
  }
}

function extendService(service: protobuf.Service, { methods }: protobuf.IService): void {
  for (const [name, json] of Object.entries(methods)) {
    if (service.methods[name] === undefined) service.add(protobuf.Method.fromJSON(name, json));
  }
}
