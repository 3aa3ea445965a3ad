// Fields that the Cloud Ops API replaced under another name: "role_deprecated" was text before "role" was an enum. Both
// are in its messages. For a client from before the change the old field is the one it means: the new one, which it
// cannot know, may still hold what it once read.
import protobuf from "protobufjs";

const SUFFIX = "Deprecated";

/** Clears each field of a decoded message, and of those within it, whose deprecated twin is set. */
export function preferDeprecatedTwins(type: protobuf.Type, message: object): void {
  // A list of its own instead of recursion: messages nest as deep as their sender likes.
  const pending: { type: protobuf.Type; message: object }[] = [{ type, message }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const values = next.message as Record<string, unknown>;
    for (const field of next.type.fieldsArray) {
      const { name } = field.resolve();
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (name.endsWith(SUFFIX) && isSet(value)) delete values[name.slice(0, -SUFFIX.length)];
      if (!(field.resolvedType instanceof protobuf.Type)) continue;
      for (const inner of messagesOf(field, value))
        pending.push({ type: field.resolvedType, message: inner });
    }
  }
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== "";
}

function messagesOf(field: protobuf.Field, value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  const values: unknown[] = field.map
    ? Object.values(value)
    : field.repeated
      ? (value as unknown[])
      : [value];
  return values.filter((inner): inner is object => typeof inner === "object" && inner !== null);
}
