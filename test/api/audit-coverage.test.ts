// D3, A1: every change of the operation table that is refused leaves exactly one record in the trail of who tried, on
// whatever transport and for whatever reason.
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "#domain/audit";
import { joinTable } from "../../services/api/calls/operation-table.ts";
import { operations } from "../../services/api/operations/index.ts";
import { call, signIn, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const changes = joinTable(operations).flatMap(({ method, operation }) => {
  const [binding] = method.bindings;
  if (operation === undefined || operation.permission === "public") return [];
  return binding === undefined || binding.method === "GET" ? [] : [{ method, operation, binding }];
});

const OWNER = "owner@example.com";
const READER = "reader@example.com";

let api: RealApi;
let owner: Person;
let reader: Person;

beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, OWNER);
  reader = await signUp(api, READER);
  await api.database.query.user.update({ where: { id: reader.userId }, data: { accountRole: "none" } });
});
afterAll(() => api.stop());

async function recordsOf(person: Person) {
  return api.database.query.auditRecord.findMany({
    where: { accountId: person.accountId },
    orderBy: { sequence: "asc" },
  });
}

/** The call with nothing in it but what its path needs; the answer and the records it left. */
async function attempt(person: Person, binding: { method: string; path: string }) {
  const before = (await recordsOf(person)).length;
  const path = binding.path.replace(/\{[^}]+\}/g, "nobody.nowhere");
  const body = binding.method === "POST" ? { body: {} } : {};
  const answer = await call(api, binding.method, path, { as: person, ...body });
  return { answer, records: (await recordsOf(person)).slice(before) };
}

test("there are changes to check", () => {
  expect(changes.length).toBeGreaterThan(10);
});

test.each(changes.map((change) => [change.method.name, change] as const))(
  "%s, refused for the role or for the request, is one record",
  async (name, { binding }) => {
    for (const person of [reader, owner]) {
      const { answer, records } = await attempt(person, binding);
      if (answer.status === 200) {
        // Some changes need nothing but to be asked for; whoever signed out goes on with a new session.
        expect(records.map((record) => record.status)).toEqual(["OK"]);
        Object.assign(person, await signIn(api, person === owner ? OWNER : READER));
        continue;
      }
      expect(records, `${name}: ${answer.status}`).toHaveLength(1);
      expect(records[0]).toMatchObject({
        operation: name,
        // A use case may name the act more closely than the permission that it needs.
        action: expect.stringMatching(/^cloud\.[a-z]+(\.[a-z]+)?\.[a-zA-Z]+$/) as string,
        principalId: person.userId,
        remoteAddress: expect.stringMatching(/127\.0\.0\.1$/) as string,
      });
      expect(records[0]?.status).not.toBe("OK");
    }
  },
);

test("the chains of both are sound afterwards", async () => {
  for (const person of [owner, reader])
    expect(await verifyAudit(api.database.query, person.accountId)).toBeUndefined();
});

test("a change without the page's token is refused and recorded", async () => {
  const before = (await recordsOf(owner)).length;
  const { status } = await call(api, "POST", "/cloud/namespaces", {
    as: { ...owner, csrfToken: "of another page" },
    body: { spec: { name: "x" } },
  });
  expect(status).toBe(403);
  expect((await recordsOf(owner)).slice(before)).toEqual([
    expect.objectContaining({ operation: "CreateNamespace", status: "PERMISSION_DENIED" }),
  ]);
});
