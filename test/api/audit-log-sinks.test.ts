// Audit log sinks over HTTP and gRPC: who may, who may not, and that another account's are not there.
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codecOf, type temporal } from "#contracts";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const SPEC = {
  name: "siem",
  enabled: true,
  kinesisSink: { roleName: "writer", destinationUri: "arn:aws:kinesis:us-east-1:123456789012:stream/a", region: "us-east-1" },
}; // prettier-ignore

let api: RealApi;
let owner: Person;
let developer: Person;
let stranger: Person;
beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, "owner@example.com");
  stranger = await signUp(api, "stranger@example.com");
  developer = await signUp(api, "developer@example.com");
  await api.database.query.user.update({
    where: { id: developer.userId },
    data: { accountRole: "developer" },
  });
});
afterAll(() => api.stop());

const calls = [
  ["POST", "/cloud/audit-log-sinks", { spec: SPEC }],
  ["GET", "/cloud/audit-log-sinks", undefined],
  ["GET", "/cloud/audit-log-sinks/siem", undefined],
  ["POST", "/cloud/audit-log-sinks/siem", { spec: { ...SPEC, enabled: false }, resourceVersion: "1" }],
  ["POST", "/cloud/audit-log-sink-validate", { spec: SPEC }],
  ["DELETE", "/cloud/audit-log-sinks/siem?resourceVersion=2", undefined],
] as const;

test.each(calls)("%s %s is for administrators", async (method, path, body) => {
  const answer = await call(api, method, path, { as: developer, ...(body === undefined ? {} : { body }) });
  expect(answer.status).toBe(403);
});

test("an owner makes one, reads it over both transports, changes and deletes it; a stranger sees none", async () => {
  const made = await call(api, "POST", "/cloud/audit-log-sinks", { as: owner, body: { spec: SPEC } });
  expect(made).toMatchObject({ status: 200, body: { asyncOperation: { state: "STATE_FULFILLED" } } });
  const read = await call(api, "GET", "/cloud/audit-log-sinks/siem", { as: owner });
  expect(read.body["sink"]).toMatchObject({
    name: "siem",
    state: "RESOURCE_STATE_ACTIVE",
    health: "HEALTH_OK",
    spec: SPEC,
  });
  expect((await call(api, "GET", "/cloud/audit-log-sinks/siem", { as: stranger })).status).toBe(404);
  expect((await call(api, "GET", "/cloud/audit-log-sinks", { as: stranger })).body).toEqual({});
  expect((await getOverGrpc(await keyOf(owner))).sink?.spec?.kinesisSink?.roleName).toBe("writer");
  await expect(getOverGrpc(await keyOf(stranger))).rejects.toMatchObject({ code: grpc.status.NOT_FOUND });
  const change = { spec: { ...SPEC, enabled: false }, resourceVersion: "1" };
  expect(
    (await call(api, "POST", "/cloud/audit-log-sinks/siem", { as: stranger, body: change })).status,
  ).toBe(404);
  expect((await call(api, "POST", "/cloud/audit-log-sinks/siem", { as: owner, body: change })).status).toBe(
    200,
  );
  const path = "/cloud/audit-log-sinks/siem?resourceVersion=2";
  expect((await call(api, "DELETE", path, { as: stranger })).status).toBe(404);
  expect((await call(api, "DELETE", path, { as: owner })).status).toBe(200);
  expect((await call(api, "GET", "/cloud/audit-log-sinks/siem", { as: owner })).status).toBe(404);
});

test("validation says what an installation without an AWS identity lacks, and refuses a webhook inside", async () => {
  const validate = (spec: object) =>
    call(api, "POST", "/cloud/audit-log-sink-validate", { as: owner, body: { spec } });
  expect(await validate(SPEC)).toMatchObject({
    status: 412,
    body: { message: expect.stringContaining("no AWS identity") as string },
  });
  const inside = {
    name: "x",
    webhookSink: { url: "https://127.0.0.1/", signingSecret: `whsec_${"A".repeat(32)}` },
  };
  expect(await validate(inside)).toMatchObject({ status: 400 });
});

async function keyOf(person: Person): Promise<string> {
  const spec = {
    ownerId: person.userId,
    ownerType: "OWNER_TYPE_USER",
    displayName: "k",
    expiryTime: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  };
  const made = await call(api, "POST", "/cloud/api-keys", { as: person, body: { spec } });
  return String(made.body["token"]);
}

function getOverGrpc(
  key: string,
): Promise<temporal.api.cloud.cloudservice.v1.IGetAccountAuditLogSinkResponse> {
  const name = (suffix: string): string =>
    `temporal.api.cloud.cloudservice.v1.GetAccountAuditLogSink${suffix}`;
  const metadata = new grpc.Metadata();
  metadata.set("authorization", `Bearer ${key}`);
  const client = new grpc.Client(api.address, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      "/temporal.api.cloud.cloudservice.v1.CloudService/GetAccountAuditLogSink",
      (request: object) => Buffer.from(codecOf<object>(name("Request")).encode(request)),
      (bytes: Buffer) =>
        codecOf<temporal.api.cloud.cloudservice.v1.IGetAccountAuditLogSinkResponse>(name("Response")).decode(
          bytes,
        ),
      { name: "siem" },
      metadata,
      {},
      (error, answer) => {
        client.close();
        if (error === null && answer !== undefined) resolve(answer);
        else reject(error ?? new Error("no answer"));
      },
    );
  });
}
