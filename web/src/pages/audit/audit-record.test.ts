// The difference that a record shows: what changed, came and went, and nothing else.
import { expect, test } from "vitest";
import { changesOf, factsOf } from "./audit-record.ts";

test("what changed, came and went is told by its path; what is the same is left out", () => {
  const rawDetails = {
    before: { accountRole: "read", namespaces: { "orders.a1": "read" }, same: 1 },
    after: { accountRole: "admin", customRoles: ["r1"], same: 1 },
  };
  expect(changesOf({ rawDetails })).toEqual([
    { path: "accountRole", before: "read", after: "admin" },
    { path: "namespaces.orders.a1", before: "read", after: undefined },
    { path: "customRoles.0", before: undefined, after: "r1" },
  ]);
});

test("a record without before and after has no difference, and a free part of any shape is read", () => {
  expect(changesOf({})).toEqual([]);
  expect(changesOf({ rawDetails: { after: null } })).toEqual([]);
  expect(factsOf({ rawDetails: { action: "cloud.user.create", code: 7 } })).toMatchObject({
    action: "cloud.user.create",
    code: "",
  });
});
