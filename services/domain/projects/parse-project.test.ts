// The table of project specs: each broken rule gives INVALID_ARGUMENT naming its field.
import { expect, test } from "vitest";
import { parseProject } from "./parse-project.ts";

test.each([
  ["no name", {}, /displayName: is required/],
  ["a name of spaces", { displayName: "   " }, /displayName: is required/],
  ["a long name", { displayName: "n".repeat(65) }, /displayName: is longer than 64/],
  ["a name with a line end", { displayName: "a\nb" }, /displayName: contains a control character/],
  [
    "a long description",
    { displayName: "n", description: "d".repeat(256) },
    /description: is longer than 255/,
  ],
])("%s is refused by name", (_, spec, message) => {
  expect(() => parseProject(spec)).toThrow(message);
});

test("characters count, not their bytes, and what is left out is empty and unprotected", () => {
  expect(parseProject({ displayName: "é".repeat(64) })).toEqual({
    displayName: "é".repeat(64),
    description: "",
    deleteProtection: false,
  });
});
