// Proto JSON by table: what is read, what is written, and what is refused with which path and rule.
import protobuf from "protobufjs";
import { describe, expect, test } from "vitest";
import { CloudError } from "#shared/errors";
import { root } from "#contracts";
import { messageFromJsonText, messageToJsonText, parseJsonText } from "./index.ts";

const testRoot = new protobuf.Root();
protobuf.parse(
  `syntax = "proto3"; package sample;
   enum Colour { COLOUR_UNSPECIFIED = 0; RED = 1; BLUE = 2; }
   message Inner { string some_name = 1; Inner child = 2; }
   message All {
     bool a_bool = 1; string a_string = 2; bytes some_bytes = 3; double a_double = 4; float a_float = 5;
     int32 an_int32 = 6; uint32 a_uint32 = 7; int64 an_int64 = 8; uint64 a_uint64 = 9; sint64 a_sint64 = 10;
     Colour colour = 11; repeated string names = 12; repeated Colour colours = 13; map<string, int32> counts = 14;
     map<int32, Inner> by_number = 15; map<bool, string> by_bool = 16; Inner inner = 17; repeated Inner inners = 18;
     oneof choice { string text = 19; Inner message = 20; bool flag = 21; }
     optional int32 maybe = 22;
   }`,
  testRoot,
);
// The well-known types come from the one root; messages that use them are added to it under a name of their own.
root.addJSON({
  sampletest: {
    nested: {
      Known: {
        fields: {
          at: { type: "google.protobuf.Timestamp", id: 1 },
          lasting: { type: "google.protobuf.Duration", id: 2 },
          mask: { type: "google.protobuf.FieldMask", id: 3 },
          struct: { type: "google.protobuf.Struct", id: 4 },
          value: { type: "google.protobuf.Value", id: 5 },
          list: { type: "google.protobuf.ListValue", id: 6 },
          any: { type: "google.protobuf.Any", id: 7 },
          wrappedLong: { type: "google.protobuf.Int64Value", id: 8 },
          wrappedText: { type: "google.protobuf.StringValue", id: 9 },
          values: { rule: "repeated", type: "google.protobuf.Value", id: 10 },
        },
      },
    },
  },
});
const all = testRoot.lookupType("sample.All");
const known = root.lookupType("sampletest.Known");

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof CloudError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "accepted";
}

/** Through the wire and back, so that what is read is what protobuf encodes. */
function roundTrip(type: protobuf.Type, json: string): string {
  const encoded = type.encode(messageFromJsonText(type, json)).finish();
  return messageToJsonText(type, type.decode(encoded));
}

const SAME = "the same";
describe("what is read and written again", () => {
  test.each([
    ["{}", SAME],
    ['{"aBool":true,"aString":"é\\n\\u0041"}', '{"aBool":true,"aString":"é\\nA"}'],
    ['{"a_bool":true,"a_string":"x"}', '{"aBool":true,"aString":"x"}'],
    ['{"aBool":false,"aString":"","anInt32":0,"names":[],"counts":{}}', "{}"],
    ['{"aString":null,"inner":null,"names":null}', "{}"],
    ['{"someBytes":"-_8="}', '{"someBytes":"+/8="}'],
    ['{"someBytes":"-_8"}', '{"someBytes":"+/8="}'],
    ['{"aDouble":1.5e3,"aFloat":0.1}', '{"aDouble":1500,"aFloat":0.1}'],
    ['{"aDouble":"NaN","aFloat":"-Infinity"}', SAME],
    ['{"aDouble":"1.25"}', '{"aDouble":1.25}'],
    ['{"anInt32":-2147483648,"aUint32":4294967295}', SAME],
    ['{"anInt32":1e3,"aUint32":1.0}', '{"anInt32":1000,"aUint32":1}'],
    ['{"anInt64":"9223372036854775807","aUint64":"18446744073709551615","aSint64":"-9"}', SAME],
    ['{"anInt64":9223372036854775807}', '{"anInt64":"9223372036854775807"}'],
    ['{"colour":"RED","colours":["BLUE","COLOUR_UNSPECIFIED"]}', SAME],
    ['{"colour":2}', '{"colour":"BLUE"}'],
    ['{"colour":99}', SAME],
    ['{"counts":{"b":2,"a":1,"constructor":3}}', '{"counts":{"a":1,"b":2,"constructor":3}}'],
    ['{"byNumber":{"-1":{"someName":"x"}},"byBool":{"true":"y"}}', SAME],
    ['{"inner":{"child":{}},"inners":[{},{"someName":"n"}]}', SAME],
    ['{"text":""}', SAME],
    ['{"flag":false}', SAME],
    ['{"text":null,"flag":true}', '{"flag":true}'],
    ['{"maybe":0}', SAME],
  ])("%s", (json, expected) => {
    expect(roundTrip(all, json)).toBe(expected === SAME ? json : expected);
  });

  test.each([
    ['{"at":"2026-01-31T12:00:00Z"}', SAME],
    ['{"at":"2026-01-31T12:00:00.123456789+02:00"}', '{"at":"2026-01-31T10:00:00.123456789Z"}'],
    ['{"at":"0001-01-01T00:00:00Z"}', SAME],
    ['{"at":"1969-12-31T23:59:59.500Z"}', SAME],
    ['{"lasting":"-1.500s"}', SAME],
    ['{"lasting":"0s"}', SAME],
    ['{"mask":"spec.displayName,state"}', SAME],
    ['{"struct":{"a":[1,"x",null,{"b":true}]},"value":null,"list":[null]}', SAME],
    ['{"values":[null,1]}', SAME],
    ['{"wrappedLong":"0","wrappedText":""}', SAME],
    ['{"any":{"@type":"type.googleapis.com/google.protobuf.Duration","value":"2s"}}', SAME],
    ['{"any":{"@type":"type.googleapis.com/temporal.api.cloud.identity.v1.UserSpec","email":"a@b.c"}}', SAME],
  ])("%s", (json, expected) => {
    expect(roundTrip(known, json)).toBe(expected === SAME ? json : expected);
  });
});

describe("what is refused", () => {
  test.each([
    ["", "malformed JSON at character 0: unexpected end"],
    ["[]", "must be an object"],
    ['{"a":', "malformed JSON"],
    ['{"aString":"x"} x', "nothing may follow"],
    ['{"aString":"x","aString":"y"}', 'duplicate key "aString"'],
    ['{"aString":"x","a_string":"y"}', "a_string: is given twice, also as aString"],
    ['{"__proto__":{"x":1}}', '"__proto__" is not allowed'],
    ['{"counts":{"__proto__":1}}', '"__proto__" is not allowed'],
    ['{"constructor":1}', "constructor: is not a field of All"],
    ['{"inner":{"nope":1}}', "inner.nope: is not a field of Inner"],
    ["{'a':1}", "expected a key in double quotes"],
    ['{"aString":"\u0001"}', "control character"],
    ['{"aString":"\\ud800"}', "unpaired surrogate"],
    ['{"aString":"\\x"}', "bad escape"],
    ['{"aString":5}', "aString: must be a string"],
    ['{"aBool":"true"}', "aBool: must be true or false"],
    ['{"anInt32":2147483648}', "anInt32: must be an integer between -2147483648 and 2147483647"],
    ['{"anInt32":1.5}', "anInt32: must be an integer"],
    ['{"anInt32":1e1000000000}', "anInt32: must be an integer"],
    ['{"anInt32":01}', "malformed JSON"],
    ['{"aUint32":-1}', "aUint32: must be an integer between 0"],
    ['{"anInt64":"9223372036854775808"}', "anInt64: must be an integer between"],
    ['{"aUint64":"-1"}', "aUint64: must be an integer between 0"],
    ['{"anInt64":" 1"}', "anInt64: must be an integer"],
    ['{"aDouble":1e400}', "aDouble: is outside the range"],
    ['{"aFloat":1e39}', "aFloat: is outside the range of a float"],
    ['{"someBytes":"a b"}', "someBytes: must be bytes as a base64 string"],
    ['{"someBytes":"abcde"}', "someBytes: must be bytes"],
    ['{"colour":"GREEN"}', "colour: must be one of COLOUR_UNSPECIFIED, RED, BLUE"],
    ['{"colour":"constructor"}', "colour: must be one of"],
    ['{"colours":["RED",true]}', "colours[1]: must be one of"],
    ['{"names":"x"}', "names: must be an array"],
    ['{"names":[null]}', "names[0]: must not be null"],
    ['{"counts":{"a":null}}', 'counts["a"]: must not be null'],
    ['{"byNumber":{"x":{}}}', 'byNumber["x"]: must be an integer'],
    ['{"byBool":{"1":"x"}}', "the key must be true or false"],
    ['{"text":"x","flag":true}', "flag: cannot be set together with text"],
    ['{"inner":[]}', "inner: must be an object"],
  ])("%s", (json, rule) => {
    expect(refusal(() => messageFromJsonText(all, json))).toContain(rule);
    expect(refusal(() => messageFromJsonText(all, json))).toMatch(/^INVALID_ARGUMENT /);
  });

  test.each([
    ['{"at":"2026-02-30T00:00:00Z"}', "at: must be a timestamp"],
    ['{"at":"2026-01-01"}', "at: must be a timestamp"],
    ['{"at":"0001-01-01T00:00:00+01:00"}', "at: must lie between"],
    ['{"at":5}', "at: must be a string"],
    ['{"lasting":"1m"}', "lasting: must be a duration"],
    ['{"lasting":"315576000001s"}', "lasting: must not exceed"],
    ['{"mask":"a_b"}', "mask: must be field paths"],
    ['{"any":{"value":"x"}}', "any.@type: must name"],
    ['{"any":{"@type":"type.googleapis.com/no.Such"}}', "any.@type: is not a known message type"],
    ['{"list":{}}', "list: must be an array"],
  ])("%s", (json, rule) => {
    expect(refusal(() => messageFromJsonText(known, json))).toContain(rule);
  });

  test("nesting deeper than the limit is refused before it costs anything", () => {
    const deep = `${'{"child":'.repeat(101)}{}${"}".repeat(101)}`;
    expect(refusal(() => messageFromJsonText(testRoot.lookupType("sample.Inner"), deep))).toContain(
      "nesting deeper than 100",
    );
    expect(refusal(() => parseJsonText("[".repeat(1_000_000)))).toContain("nesting deeper");
  });

  test("unknown fields are ignored only when asked for", () => {
    const message = messageFromJsonText(all, '{"later":1,"aString":"x"}', { unknownFields: "ignore" });
    expect(messageToJsonText(all, message)).toBe('{"aString":"x"}');
  });
});
