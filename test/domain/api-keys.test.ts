// API keys: shown once, dead at once, visible to whom they belong.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timestampOfMs } from "#contracts";
import {
  authenticateApiKey,
  createApiKey,
  deleteApiKey,
  getApiKey,
  getApiKeys,
  updateApiKey,
} from "#domain/api-keys";
import { getAuditLogs, verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { directoryVersion } from "#domain/directory";
import { getOperation } from "#domain/operations";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

const DAY_MS = 86_400_000;
let world: DomainWorld;
let owner: Actor;
let stranger: Actor;

beforeAll(async () => {
  world = await createDomainWorld("api_keys");
  owner = await createOwner(world, "owner@example.com");
  stranger = await createOwner(world, "stranger@example.com");
});
afterAll(() => world.close());

const specOf = (displayName: string, days = 30) => ({
  displayName,
  expiryTime: timestampOfMs(world.clock.now() + days * DAY_MS),
});
const create = (displayName: string, days?: number) =>
  createApiKey(world.context(owner), { spec: specOf(displayName, days) });
const authenticate = (token: string): Promise<Actor> => authenticateApiKey(world.context(), token);

describe("an API key", () => {
  it("acts as its owner, and its operation is fulfilled and stays readable", async () => {
    const made = await create("first");
    expect(await authenticate(made.token)).toMatchObject({
      principalId: owner.principalId,
      apiKeyId: made.keyId,
    });
    const operation = await getOperation(world.database.query, {
      accountId: owner.accountId,
      operationId: made.operation.id,
    });
    expect(operation.state).toBe("FULFILLED");
    expect(await getApiKey(world.context(owner), made.keyId)).toMatchObject({
      spec: { ownerId: owner.principalId },
    });
  });

  it("is stored nowhere in clear", async () => {
    const { token } = await create("canary");
    const rows = await world.database.query.$queryRaw<{ dump: string }[]>`
      select (select jsonb_agg(k) from api_keys k)::text || (select jsonb_agg(o) from async_operations o)::text ||
             (select jsonb_agg(a) from audit_records a)::text || (select jsonb_agg(s) from signing_keys s)::text as dump`;
    expect(rows[0]?.dump).toContain("canary");
    for (const part of token.split(".").slice(1)) expect(rows[0]?.dump).not.toContain(part);
    expect(rows[0]?.dump).not.toMatch(/"d":/);
  });

  it("T2: is refused at once when it is disabled, deleted or expired, and its late use is audited", async () => {
    const made = await create("dies", 1);
    const before = await directoryVersion(world.database.query);
    await updateApiKey(world.context(owner), {
      keyId: made.keyId,
      resourceVersion: "1",
      spec: { displayName: "dies", disabled: true },
    });
    expect(BigInt(await directoryVersion(world.database.query))).toBeGreaterThan(BigInt(before));
    await expect(authenticate(made.token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await updateApiKey(world.context(owner), {
      keyId: made.keyId,
      resourceVersion: "2",
      spec: { displayName: "dies" },
    });
    await expect(authenticate(made.token)).resolves.toBeTruthy();
    world.advance(DAY_MS + 1_000);
    await expect(authenticate(made.token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const gone = await create("deleted");
    await deleteApiKey(world.context(owner), { keyId: gone.keyId, resourceVersion: "1" });
    await expect(authenticate(gone.token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const { logs } = await getAuditLogs(world.context(owner), {});
    expect(
      (logs ?? []).filter((log) => log.operation === "UseApiKey" && log.status === "ERROR"),
    ).toHaveLength(3);
    expect(await verifyAudit(world.database.query, owner.accountId)).toBeUndefined();
  });

  it("is refused when a single character differs", async () => {
    const { token } = await create("bits");
    const [header = "", payload = "", signature = ""] = token.split(".");
    const flip = (text: string): string => (text.startsWith("A") ? "B" : "A") + text.slice(1);
    const wrong = [
      `${flip(header)}.${payload}.${signature}`,
      `${header}.${flip(payload)}.${signature}`,
      `${header}.${payload}.${flip(signature)}`,
      `${header}.${payload}.`,
      "not a token",
      "",
    ];
    for (const text of wrong)
      await expect(authenticate(text)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("P3: is made once for one async operation id, and another request with that id is refused", async () => {
    const request = { spec: specOf("once"), asyncOperationId: "my-id" };
    const first = await createApiKey(world.context(owner), request);
    const again = await createApiKey(world.context(owner), request);
    expect(again).toMatchObject({ keyId: first.keyId, token: "" });
    await expect(
      createApiKey(world.context(owner), { ...request, spec: specOf("other") }),
    ).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await expect(createApiKey(world.context(stranger), request)).resolves.toBeTruthy();
  });

  it("needs an end within two years, and changes only with the version that was read", async () => {
    const bad = [{ displayName: "x" }, specOf("x", -1), specOf("x", 800), specOf("")];
    for (const spec of bad) {
      await expect(createApiKey(world.context(owner), { spec })).rejects.toMatchObject({
        code: "INVALID_ARGUMENT",
      });
    }
    const { keyId } = await create("versions");
    const update = (resourceVersion: string, displayName: string) =>
      updateApiKey(world.context(owner), { keyId, resourceVersion, spec: { displayName } });
    await expect(update("7", "new")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(update("1", "versions")).rejects.toMatchObject({ message: "nothing to change" });
    await expect(update("1", "new")).resolves.toBeTruthy();
  });

  it("T3: of another account is not found, with the words for one that does not exist", async () => {
    const { keyId } = await create("mine");
    const texts = await Promise.all(
      [keyId, "unknown"].map((id) =>
        getApiKey(world.context(stranger), id).catch((error: unknown) => String(error)),
      ),
    );
    expect(texts[0]).toBe(texts[1]);
    const { apiKeys } = await getApiKeys(world.context(stranger), { ownerId: owner.principalId });
    expect(apiKeys).toEqual([]);
  });

  it("K3: 30 at once for a user never exceed the cap of 10", async () => {
    const capped = await createOwner(world, "capped@example.com");
    const ends = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        createApiKey(world.context(capped), { spec: specOf(`key ${index}`) }),
      ),
    );
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(10);
    const { apiKeys, nextPageToken } = await getApiKeys(world.context(capped), { pageSize: 6 });
    const rest = await getApiKeys(world.context(capped), { pageSize: 6, pageToken: nextPageToken });
    expect([apiKeys.length, rest.apiKeys.length, rest.nextPageToken]).toEqual([6, 4, ""]);
  });
});
