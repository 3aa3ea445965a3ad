// The text of a path variable or query parameter as the JSON value that its field expects.
import protobuf from "protobufjs";
import { JsonNumber, type JsonValue } from "../proto-json/index.ts";
import { refuse } from "../proto-json/refuse.ts";

interface Place {
  path: string;
  origin: string;
  /** Also take what Go's parsers take: "1m30s", "1", "t". */
  goValues: boolean;
}

/** Errors: INVALID_ARGUMENT naming the parameter. */
export function parameterValue(field: protobuf.FieldBase, texts: readonly string[], place: Place): JsonValue {
  if (field.map) return refuse(place.path, `a map cannot be given as ${place.origin}`);
  if (field.repeated) return texts.map((text) => singleValue(field, text, place));
  const [text = ""] = texts;
  if (texts.length > 1) return refuse(place.path, "is given more than once");
  return singleValue(field, text, place);
}

const TEXT_MESSAGES = /^\.google\.protobuf\.(Timestamp|Duration|FieldMask|\w+Value)$/;

function singleValue(field: protobuf.FieldBase, text: string, { path, goValues }: Place): JsonValue {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Enum) return /^-?\d+$/.test(text) ? new JsonNumber(text) : text;
  if (resolvedType instanceof protobuf.Type && !TEXT_MESSAGES.test(resolvedType.fullName))
    return refuse(path, "is a message: give its fields one by one, as in spec.name=x");
  const isBool = field.type === "bool" || resolvedType?.fullName === ".google.protobuf.BoolValue";
  if (isBool) return boolOf(text, goValues) ?? text;
  if (goValues && resolvedType?.fullName === ".google.protobuf.Duration") return goDuration(text) ?? text;
  return text;
}

const GO_BOOLS: Readonly<Record<string, boolean>> = {
  "1": true,
  t: true,
  T: true,
  TRUE: true,
  True: true,
  "0": false,
  f: false,
  F: false,
  FALSE: false,
  False: false,
};

function boolOf(text: string, goValues: boolean): boolean | undefined {
  if (text === "true" || text === "false") return text === "true";
  return goValues && Object.hasOwn(GO_BOOLS, text) ? GO_BOOLS[text] : undefined;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};
const GO_DURATION = /^([+-]?)((?:\d+(?:\.\d+)?(?:h|ms|us|µs|ns|m|s))+)$/;

/** "1m30s" as the "90s" of proto3 JSON; undefined when it is not Go's form. */
function goDuration(text: string): string | undefined {
  const [, sign = "", parts = ""] = GO_DURATION.exec(text) ?? [];
  if (parts === "") return undefined;
  let seconds = 0;
  for (const [, amount = "0", unit = "s"] of parts.matchAll(/(\d+(?:\.\d+)?)(h|ms|us|µs|ns|m|s)/g))
    seconds += Number(amount) * (UNIT_SECONDS[unit] ?? 1);
  return `${sign === "-" ? "-" : ""}${seconds.toFixed(9).replace(/\.?0+$/, "")}s`;
}
