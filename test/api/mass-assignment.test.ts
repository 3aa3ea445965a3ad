// What a request must not say, said in every change over HTTP: who it is for, how much its maker may, what state it is in.
import { Type } from "protobufjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinTable } from "../../services/api/calls/operation-table.ts";
import { operations } from "../../services/api/operations/index.ts";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";
import { StoredRows } from "./stored-rows.ts";

/** Names of fields that no request has, but for what is listed below. */
const SMUGGLED = { isOwner: true, price: 1, permissions: ["*"], __typename: "Owner", accountRole: "owner" };
const INVALID = 400;

/** What a request may say on purpose: a directory's token names the role of whom it lets in, and reaches no further. */
const SAID_ON_PURPOSE = ["CreateScimToken accountRole"];

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
  const onPurpose: string[] = [];
  for (const { method, path } of posts) {
    const spec = method.request.type.fields["spec"]?.resolvedType;
    const fields = spec instanceof Type ? spec.fields : method.request.type.fields;
    for (const [name, value] of Object.entries(SMUGGLED)) {
      // A field that is there is left out only if it takes what is said; a custom role refuses the permission "*".
      if (name in fields && SAID_ON_PURPOSE.includes(`${method.name} ${name}`)) {
        onPurpose.push(`${method.name} ${name}`);
        continue;
      }
      const body = spec instanceof Type ? { spec: { [name]: value } } : { [name]: value };
      const answer = await call(api, "POST", path, { as: owner, body });
      if (answer.status !== INVALID || !JSON.stringify(answer.body).includes(name))
        wrong.push(`${path} with ${name}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(onPurpose).toEqual(SAID_ON_PURPOSE);
  expect(posts.length).toBeGreaterThan(50);
  expect(await rows.fingerprint()).toEqual(before);
});
