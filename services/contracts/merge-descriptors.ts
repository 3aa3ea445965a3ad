// Adds to packages that are there already: newer versions of Temporal's API have messages, fields and rpcs that the
// descriptors of @temporalio/proto lack. What is there is never changed.
import protobuf from "protobufjs";

interface Added {
  nested?: Record<string, protobuf.AnyNestedObject>;
}

/** Merges a descriptor in JSON into a namespace, message by message. Repeating it adds nothing. */
export function mergeDescriptors(target: protobuf.NamespaceBase, added: Added): void {
  for (const [name, json] of Object.entries(added.nested ?? {})) {
    const present = target.get(name);
    if (present === null) target.addJSON({ [name]: json });
    else addTo(present, json);
  }
}

function addTo(present: protobuf.ReflectionObject, json: protobuf.AnyNestedObject): void {
  if (present instanceof protobuf.Enum && "values" in json) addValues(present, json);
  if (present instanceof protobuf.Type && "fields" in json) addFields(present, json);
  if (present instanceof protobuf.Service && "methods" in json) addMethods(present, json);
  if (present instanceof protobuf.Namespace) mergeDescriptors(present, json as Added);
}

function addValues(present: protobuf.Enum, json: protobuf.IEnum): void {
  for (const [name, value] of Object.entries(json.values)) {
    if (!(name in present.values)) present.add(name, value);
  }
}

function addFields(present: protobuf.Type, json: protobuf.IType): void {
  for (const [name, field] of Object.entries(json.fields)) {
    if (present.fields[name] !== undefined) continue;
    const isMap = "keyType" in field;
    // A field with a key type is that of a map, which the declaration of IType does not say.
    present.add(
      isMap
        ? protobuf.MapField.fromJSON(name, field as protobuf.IMapField)
        : protobuf.Field.fromJSON(name, field),
    );
  }
}

function addMethods(present: protobuf.Service, json: protobuf.IService): void {
  for (const [name, method] of Object.entries(json.methods)) {
    if (present.methods[name] === undefined) present.add(protobuf.Method.fromJSON(name, method));
  }
}
