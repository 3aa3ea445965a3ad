// What a request must not say, said in every change over HTTP: who it is for, how much its maker may, what state it is in.
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinTable } from "../../services/api/calls/operation-table.ts";
import { operations } from "../../services/api/operations/index.ts";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";
import { StoredRows } from "./stored-rows.ts";

/** No message of a request has a field of one of these names. */
const SMUGGLED = { isOwner: true, price: 1, permissions: ["*"], __typename: "Owner", accountRole: "owner" };
const INVALID = 400;

let api: RealApi;
let owner: Person;
beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, "owner@example.com");
});
afterAll(() => api.stop());

test("T4: fields that no message has are refused by name, and nothing is made of them", async () => {
  const rows = new StoredRows(api.database);
  const before = await rows.fingerprint();
  const wrong: string[] = [];
  const posts = joinTable(operations).flatMap(({ method, operation }) =>
    method.bindings
      .filter((binding) => operation !== undefined && binding.method === "POST")
      .map((binding) => ({ method, path: binding.path.replace(/\{[^}]+\}/g, "something") })),
  );
  for (const { method, path } of posts) {
    for (const [name, value] of Object.entries(SMUGGLED)) {
      const isInRequest = method.request.type.fieldsArray.some((field) => field.name === name);
      expect([method.name, isInRequest]).toEqual([method.name, false]);
      const hasSpec = method.request.type.fieldsArray.some((field) => field.name === "spec");
      const body = hasSpec ? { spec: { [name]: value } } : { [name]: value };
      const answer = await call(api, "POST", path, { as: owner, body });
      if (answer.status !== INVALID || !JSON.stringify(answer.body).includes(name))
        wrong.push(`${path} with ${name}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(posts.length).toBeGreaterThan(50);
  expect(await rows.fingerprint()).toEqual(before);
});
