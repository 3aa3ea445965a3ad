// The values of an array, read as PostgreSQL reads them: a length and bytes for each.
import { expect, test } from "vitest";
import { byteaArray, int8Array, textArray, timestamptzArray, uuidArray } from "./postgres-arrays.ts";

const HEADER_BYTES = 20;

function valuesOf(array: Buffer): (Buffer | null)[] {
  const values: (Buffer | null)[] = [];
  let at = HEADER_BYTES;
  while (at < array.length) {
    const length = array.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? null : array.subarray(at, at + length));
    at += Math.max(0, length);
  }
  expect(array.readInt32BE(12)).toBe(values.length);
  return values;
}

test("texts of any length and script, and none", () => {
  const texts = [
    "",
    "order-1",
    "a".repeat(64),
    "b".repeat(65),
    "späť",
    `${"c".repeat(70)}ž`,
    "日本 🙂",
    "\u0001\u007f",
  ];
  const read = valuesOf(textArray([...texts, undefined, null]));
  expect(read.map((value) => value?.toString("utf8"))).toEqual([...texts, undefined, undefined]);
});

test("whole numbers of 64 bits, from numbers and from bigints", () => {
  const numbers = [
    0,
    1,
    -1,
    2 ** 31,
    -(2 ** 31),
    2 ** 32,
    -(2 ** 32) - 1,
    1_764_300_000_123,
    2 ** 53,
    -(2 ** 53),
    -(2 ** 63),
  ];
  const bigints = [2n ** 63n - 1n, -(2n ** 63n), 7n];
  const read = valuesOf(int8Array([...numbers, ...bigints, undefined]));
  expect(read.map((value) => value?.readBigInt64BE())).toEqual([
    ...numbers.map(BigInt),
    ...bigints,
    undefined,
  ]);
  expect(() => int8Array([1.5])).toThrow(RangeError);
  expect(() => int8Array([2 ** 63])).toThrow(RangeError);
  expect(() => int8Array([NaN])).toThrow(RangeError);
});

test("times count microseconds from 2000, and infinity is the largest number", () => {
  const start = Date.UTC(2000, 0, 1);
  const read = valuesOf(timestamptzArray([start, start - 1, start + 0.001, Infinity, undefined]));
  expect(read.map((value) => value?.readBigInt64BE())).toEqual([0n, -1_000n, 1n, 2n ** 63n - 1n, undefined]);
});

test("uuids, and nothing that is none", () => {
  const uuid = "0190A8c7-1f2e-7d3c-8b4a-0123456789ab";
  const [value, missing] = valuesOf(uuidArray([uuid, null]));
  expect(value?.toString("hex")).toBe(uuid.replaceAll("-", "").toLowerCase());
  expect(missing).toBeNull();
  for (const wrong of [
    "",
    "0190",
    `${uuid}0`,
    uuid.replace("0", "g"),
    uuid.replace("0", "é"),
    "z".repeat(32),
  ]) {
    expect(() => uuidArray([wrong]), wrong).toThrow("not a uuid");
  }
});

test("bytes, and none", () => {
  const read = valuesOf(byteaArray([new Uint8Array([1, 2]), new Uint8Array(), undefined]));
  expect(read.map((value) => value && [...value])).toEqual([[1, 2], [], null]);
});
