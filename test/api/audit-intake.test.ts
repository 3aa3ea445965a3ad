// Where gateways hand over what they recorded of calls on running namespaces: for the installation's own processes only,
// into the trail that the account reads.
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { directoryV1 } from "#contracts";
import { call, INTERNAL_TOKEN, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

let api: RealApi;
let owner: Person;
beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, "owner@example.com");
});
afterAll(() => api.stop());

const record = (token: string | undefined, calls: directoryV1.IRecordedCall[]): Promise<number> => {
  const client = new grpc.Client(api.address, grpc.credentials.createInsecure());
  const metadata = new grpc.Metadata();
  if (token !== undefined) metadata.set("authorization", `Bearer ${token}`);
  return new Promise((resolve) => {
    client.makeUnaryRequest(
      "/cellplane.directory.v1.AuditIntakeService/RecordCalls",
      (request: directoryV1.IRecordCallsRequest) =>
        Buffer.from(directoryV1.RecordCallsRequest.encode(request)),
      (bytes: Buffer) => directoryV1.RecordCallsResponse.decode(bytes),
      { calls },
      metadata,
      {},
      (error) => {
        client.close();
        resolve(error === null ? 0 : error.code);
      },
    );
  });
};

test("a recorded call is in the account's trail once, and nobody but a gateway can put one there", async () => {
  const recorded = {
    id: "00000000-0000-4000-8000-000000000001",
    accountId: owner.accountId,
    namespace: `orders.${owner.accountId}`,
    timeMs: Date.now(),
    method: "TerminateWorkflowExecution",
    status: "OK",
    principalId: owner.userId,
    details: { workflowId: "order-7", reason: "stuck" },
  };
  expect(await record(undefined, [recorded])).toBe(grpc.status.UNAUTHENTICATED);
  expect(await record("another-token-of-sixteen", [recorded])).toBe(grpc.status.UNAUTHENTICATED);
  expect(await record(INTERNAL_TOKEN, [recorded])).toBe(0);
  expect(await record(INTERNAL_TOKEN, [recorded])).toBe(0);
  const { body } = await call(api, "GET", "/cloud/audit-logs", { as: owner });
  const logs = body["logs"] as { operation: string }[];
  expect(logs.filter(({ operation }) => operation === "TerminateWorkflowExecution")).toEqual([
    expect.objectContaining({
      logId: recorded.id,
      status: "OK",
      principal: expect.objectContaining({ type: "user", name: "owner@example.com" }) as unknown,
      rawDetails: expect.objectContaining({
        call: { reason: "stuck", workflowId: "order-7" },
        resourceId: recorded.namespace,
      }) as unknown,
    }),
  ]);
});

test("too many at once are refused", async () => {
  expect(
    await record(
      INTERNAL_TOKEN,
      Array.from({ length: 1_001 }, () => ({})),
    ),
  ).toBe(grpc.status.INVALID_ARGUMENT);
});
