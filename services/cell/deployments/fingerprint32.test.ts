// The values are those of the library that Temporal's server uses.
import { expect, it } from "vitest";
import { fingerprint32 } from "./fingerprint32.ts";

const KNOWN: Record<string, number> = {
  "": 3696677242,
  a: 1016544589,
  ab: 1098068221,
  abc: 795041479,
  abcd: 2562006677,
  é: 1973972843,
  workflow: 1883476026,
  "order-12345": 3737605724,
  "order-1234567": 3387610028,
  "customer-0123456789": 1949661528,
  "a-workflow-id-of-25-chars!": 3925536745,
  "a-workflow-id-of-26-chars!!": 1590520767,
  "0f8fad5b-d9cb-469f-a165-70867728950e": 4184186058,
  ["x".repeat(100)]: 133597080,
  ["ü".repeat(77)]: 2075469437,
};

it.each(Object.entries(KNOWN))("hashes %j as Temporal's server does", (text, hash) => {
  expect(fingerprint32(text)).toBe(hash);
});
