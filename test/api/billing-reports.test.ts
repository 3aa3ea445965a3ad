// Billing reports over HTTP: for the roles of finance only, and the download behind a link.
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateReports } from "#domain/billing-reports";
import { systemClock } from "#shared/clock";
import { createLogger } from "#shared/log";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

let api: RealApi;
let owner: Person;
let stranger: Person;
const people = new Map<string, Person>();

beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, "owner@example.com");
  stranger = await signUp(api, "stranger@example.com");
  for (const accountRole of ["admin", "developer", "read", "finance_admin"]) {
    const person = await signUp(api, `${accountRole}@example.com`);
    await api.database.query.user.update({ where: { id: person.userId }, data: { accountRole } });
    people.set(accountRole, person);
  }
});
afterAll(() => api.stop());

function body(): { spec: object } {
  const now = new Date();
  const month = (back: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString();
  return { spec: { startTimeInclusive: month(1), endTimeExclusive: month(0) } };
}

test.each([
  ["admin", 403],
  ["developer", 403],
  ["read", 403],
  ["finance_admin", 200],
])("a person whose role is %s gets %i", async (role, status) => {
  const as = people.get(role);
  if (as === undefined) throw new Error(role);
  expect((await call(api, "POST", "/cloud/billing-reports", { as, body: body() })).status).toBe(status);
  const read = await call(api, "GET", "/cloud/billing-reports/nope", { as });
  expect(read.status).toBe(status === 200 ? 404 : 403);
});

test("an owner asks for one, reads it and fetches its file by a link; a stranger finds nothing", async () => {
  const made = await call(api, "POST", "/cloud/billing-reports", { as: owner, body: body() });
  expect(made).toMatchObject({ status: 200, body: { asyncOperation: { state: "STATE_PENDING" } } });
  const path = `/cloud/billing-reports/${String(made.body["billingReportId"])}`;
  const { database } = api;
  const log = createLogger({ process: "test", level: "silent" });
  await generateReports({
    database,
    clock: systemClock,
    log,
    drawUp: () => Promise.resolve(Buffer.from("a,b\n")),
  });
  expect((await call(api, "GET", path, { as: stranger })).status).toBe(404);
  const { billingReport } = (await call(api, "GET", path, { as: owner })).body as {
    billingReport: { state: string; downloadInfo: { url: string; fileSizeBytes: string }[] };
  };
  expect(billingReport).toMatchObject({
    state: "BILLING_REPORT_STATE_GENERATED",
    downloadInfo: [{ fileFormat: "FILE_FORMAT_CSV", fileSizeBytes: "4" }],
  });
  const url = new URL(billingReport.downloadInfo[0]?.url ?? "");
  const fetched = await fetch(api.url + url.pathname + url.search);
  expect([fetched.status, await fetched.text()]).toEqual([200, "a,b\n"]);
  expect(fetched.headers.get("content-disposition")).toContain("attachment");
  expect((await fetch(`${api.url}${url.pathname}?token=x`)).status).toBe(403);
});
