// Which versions are before which.
import { expect, it } from "vitest";
import { isBefore } from "./api-version.ts";

it.each([
  ["v0.2.0", true],
  ["0.2.9", true],
  ["v0.0.1", true],
  ["v0.3.0", false],
  ["v0.17.1", false],
  ["v1.0.0", false],
  ["2025-07-09-00", false],
  ["latest", false],
  ["", false],
  [undefined, false],
])("%s is before v0.3.0: %s", (version, expected) => {
  expect(isBefore(version, [0, 3, 0])).toBe(expected);
});
