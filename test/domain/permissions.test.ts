// Every row of the operation table asks for a permission that the table of actions knows: an unknown one is refused to all.
import { expect, it } from "vitest";
import { isKnownAction } from "#domain/roles";
import { operations } from "../../services/api/operations/index.ts";

it("every operation's permission is a known action or public", () => {
  const unknown = operations.filter((row) => row.permission !== "public" && !isKnownAction(row.permission));
  expect(unknown.map((row) => `${row.rpc}: ${row.permission}`)).toEqual([]);
});
