// The life of API keys beyond their making: rotation with an overlap, keys for minutes, the account's rules for keys,
// and the notices before their end.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { durationOfMs, timestampOfMs } from "#contracts";
import {
  authenticateApiKey,
  createApiKey,
  deleteApiKey,
  getApiKey,
  getApiKeyPolicy,
  getApiKeys,
  notifyExpiringKeys,
  rotateApiKey,
  sweepApiKeys,
  updateApiKey,
  updateApiKeyPolicy,
} from "#domain/api-keys";
import type { Actor } from "#domain/context";
import { directoryVersion, readDirectory } from "#domain/directory";
import { listMails } from "#domain/mail";
import { createServiceAccount } from "#domain/service-accounts";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
let world: DomainWorld;
let owner: Actor;
let stranger: Actor;

beforeAll(async () => {
  world = await createDomainWorld("key_life");
  owner = await createOwner(world, "owner@example.com");
  stranger = await createOwner(world, "stranger@example.com");
});
afterAll(() => world.close());

const create = (as: Actor, displayName: string, lifetimeMs: number): ReturnType<typeof createApiKey> =>
  createApiKey(world.context(as), {
    spec: { displayName, expiryTime: timestampOfMs(world.clock.now() + lifetimeMs) },
  });
const authenticate = (token: string): Promise<Actor> => authenticateApiKey(world.context(), token);
const isRefused = { code: "UNAUTHENTICATED" };
const edgeKey = async (keyId: string): Promise<{ disabled?: boolean | null } | undefined> =>
  (await readDirectory(world.database, world.clock)).apiKeys?.find((key) => key.keyId === keyId);

async function createRobot(name: string): Promise<{ actor: Actor; token: string; keyId: string }> {
  const spec = { name, access: { accountAccess: { role: 3 } } };
  const { serviceAccountId: ownerId } = await createServiceAccount(world.context(owner), { spec });
  const expiryTime = timestampOfMs(world.clock.now() + 90 * DAY_MS);
  const key = await createApiKey(world.context(owner), {
    spec: { ownerId, ownerType: 2, displayName: name, expiryTime },
  });
  return { ...key, actor: await authenticate(key.token) };
}

describe("rotating a key", () => {
  it("makes a new one in its place; both work during the overlap, then only the new one", async () => {
    const old = await create(owner, "deploy", 30 * DAY_MS);
    const before = await directoryVersion(world.database.query);

    const made = await rotateApiKey(world.context(owner), {
      keyId: old.keyId,
      resourceVersion: "1",
      overlap: durationOfMs(DAY_MS),
    });

    expect(made.keyId).not.toBe(old.keyId);
    expect(await authenticate(made.token)).toMatchObject({ principalId: owner.principalId });
    await expect(authenticate(old.token)).resolves.toBeTruthy();
    expect(BigInt(await directoryVersion(world.database.query))).toBeGreaterThan(BigInt(before));
    const copy = await getApiKey(world.context(owner), made.keyId);
    expect(copy.spec).toMatchObject({ displayName: "deploy", ownerId: owner.principalId, disabled: false });
    world.advance(DAY_MS + 1_000);
    await expect(authenticate(old.token)).rejects.toMatchObject(isRefused);
    expect(await edgeKey(old.keyId)).toBeUndefined();
    await expect(authenticate(made.token)).resolves.toBeTruthy();
  });

  it("ends the old one at once without an overlap, and never lets it live longer than it would have", async () => {
    const first = await create(owner, "at once", DAY_MS);
    await rotateApiKey(world.context(owner), { keyId: first.keyId, resourceVersion: "1" });
    await expect(authenticate(first.token)).rejects.toMatchObject(isRefused);

    const short = await create(owner, "short", 5 * MINUTE_MS);
    await rotateApiKey(world.context(owner), {
      keyId: short.keyId,
      resourceVersion: "1",
      overlap: durationOfMs(10 * DAY_MS),
    });
    world.advance(5 * MINUTE_MS);
    await expect(authenticate(short.token)).rejects.toMatchObject(isRefused);
  });

  it.each([
    ["a wrong version", { resourceVersion: "7" }, "FAILED_PRECONDITION", ""],
    ["no version", { resourceVersion: "" }, "INVALID_ARGUMENT", "resourceVersion"],
    ["an overlap of 31 days", { overlap: durationOfMs(31 * DAY_MS) }, "INVALID_ARGUMENT", "overlap"],
    ["a negative overlap", { overlap: { seconds: -1, nanos: 0 } }, "INVALID_ARGUMENT", "overlap"],
    ["an end in the past", { expiryTime: timestampOfMs(1) }, "INVALID_ARGUMENT", "expiryTime"],
    ["an unknown key", { keyId: "nokey" }, "NOT_FOUND", ""],
  ])("with %s is refused and changes nothing", async (_, change, code, field) => {
    const { keyId, token } = await create(stranger, "kept", DAY_MS);
    const request = { keyId, resourceVersion: "1", ...change };
    await expect(rotateApiKey(world.context(stranger), request as object)).rejects.toMatchObject({
      code,
      ...(field === "" ? {} : { field }),
    });
    expect(await authenticate(token)).toMatchObject({ apiKeyId: keyId });
    const { apiKeys } = await getApiKeys(world.context(stranger), {});
    expect(apiKeys.filter((key) => key.state === 3)).toHaveLength(1);
    await deleteApiKey(world.context(stranger), { keyId, resourceVersion: "1" });
  });

  it("of another account is not found; a disabled key is not rotated", async () => {
    const { keyId } = await create(owner, "mine", DAY_MS);
    await expect(
      rotateApiKey(world.context(stranger), { keyId, resourceVersion: "1" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await updateApiKey(world.context(owner), {
      keyId,
      resourceVersion: "1",
      spec: { displayName: "mine", disabled: true },
    });
    await expect(rotateApiKey(world.context(owner), { keyId, resourceVersion: "2" })).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
    await deleteApiKey(world.context(owner), { keyId, resourceVersion: "2" });
  });

  it("P3: happens once for one operation id, and a repeat shows no token", async () => {
    const { keyId } = await create(owner, "once", DAY_MS);
    const request = { keyId, resourceVersion: "1", asyncOperationId: "rotate-once" };
    const first = await rotateApiKey(world.context(owner), request);
    const again = await rotateApiKey(world.context(owner), request);
    expect(again).toMatchObject({ keyId: first.keyId, token: "" });
  });

  it("is possible at the cap of ten, and does not lead beyond eleven", async () => {
    const full = await createOwner(world, "full@example.com");
    const keys = [];
    for (let index = 0; index < 10; index += 1) keys.push(await create(full, `key ${index}`, DAY_MS));
    const overlap = durationOfMs(DAY_MS / 2);
    const rotate = (keyId: string): ReturnType<typeof rotateApiKey> =>
      rotateApiKey(world.context(full), { keyId, resourceVersion: "1", overlap });
    await expect(rotate(keys[0]?.keyId ?? "")).resolves.toBeTruthy();
    await expect(rotate(keys[1]?.keyId ?? "")).rejects.toMatchObject({ code: "RESOURCE_EXHAUSTED" });
  });

  it("is open to a service account for its own key, which it may not delete", async () => {
    const robot = await createRobot("rotator");
    await expect(
      deleteApiKey(world.context(robot.actor), { keyId: robot.keyId, resourceVersion: "1" }),
    ).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    const made = await rotateApiKey(world.context(robot.actor), { keyId: robot.keyId, resourceVersion: "1" });
    expect(await authenticate(made.token)).toMatchObject({ principalId: robot.actor.principalId });
    await expect(
      deleteApiKey(world.context(owner), { keyId: made.keyId, resourceVersion: "1" }),
    ).resolves.toBeTruthy();
  });
});

describe("a key for minutes", () => {
  it("ends by itself, frees its place under the cap, and is forgotten 30 days later", async () => {
    const busy = await createOwner(world, "busy@example.com");
    const keys = [];
    for (let index = 0; index < 10; index += 1) keys.push(await create(busy, `run ${index}`, 2 * MINUTE_MS));
    await expect(create(busy, "eleventh", MINUTE_MS)).rejects.toMatchObject({ code: "RESOURCE_EXHAUSTED" });
    const [first] = keys;
    expect(await authenticate(first?.token ?? "")).toMatchObject({ principalId: busy.principalId });
    world.advance(2 * MINUTE_MS);
    await expect(authenticate(first?.token ?? "")).rejects.toMatchObject(isRefused);
    await expect(create(busy, "next", MINUTE_MS)).resolves.toBeTruthy();
    world.advance(31 * DAY_MS);
    expect(await sweepApiKeys(world.database.query, world.clock.now())).toBeGreaterThan(10);
    expect(await getApiKeys(world.context(busy), {})).toMatchObject({ apiKeys: [] });
  });
});

describe("the account's rules for keys", () => {
  const setPolicy = async (spec: object): Promise<void> => {
    const { resourceVersion = "" } = await getApiKeyPolicy(world.context(owner));
    await updateApiKeyPolicy(world.context(owner), { spec, resourceVersion });
  };

  it("can end the making of keys while the existing ones go on", async () => {
    const key = await create(owner, "before", DAY_MS);
    await setPolicy({ creationDisabled: true });
    await expect(create(owner, "after", DAY_MS)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(
      rotateApiKey(world.context(owner), { keyId: key.keyId, resourceVersion: "1" }),
    ).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(authenticate(key.token)).resolves.toBeTruthy();
    await setPolicy({});
    await expect(create(owner, "again", DAY_MS)).resolves.toBeTruthy();
  });

  it("T2: can turn all keys of the account off, here and in the gateways' directory, and on again", async () => {
    const mine = await create(owner, "off and on", DAY_MS);
    const theirs = await create(stranger, "unconcerned", DAY_MS);
    const before = await directoryVersion(world.database.query);
    await setPolicy({ useDisabled: true });
    expect(BigInt(await directoryVersion(world.database.query))).toBeGreaterThan(BigInt(before));
    await expect(authenticate(mine.token)).rejects.toMatchObject(isRefused);
    expect(await edgeKey(mine.keyId)).toMatchObject({ disabled: true });
    await expect(authenticate(theirs.token)).resolves.toBeTruthy();
    expect(await edgeKey(theirs.keyId)).toMatchObject({ disabled: false });
    await setPolicy({});
    await expect(authenticate(mine.token)).resolves.toBeTruthy();
    expect(await edgeKey(mine.keyId)).toMatchObject({ disabled: false });
  });

  it("change only with the version that was read, and not into what they are", async () => {
    const { resourceVersion = "" } = await getApiKeyPolicy(world.context(owner));
    const update = (request: object): Promise<unknown> => updateApiKeyPolicy(world.context(owner), request);
    await expect(update({ spec: { useDisabled: true }, resourceVersion: "0" })).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
    await expect(update({ spec: {}, resourceVersion })).rejects.toMatchObject({
      message: "nothing to change",
    });
  });
});

describe("before a key ends", () => {
  const subjectsTo = async (email: string): Promise<string[]> =>
    (await listMails(world.context(), { to: email }))
      .map((mail) => mail.subject ?? "")
      .filter((subject) => subject.includes("expires"))
      .reverse();
  const tell = (): Promise<number> => notifyExpiringKeys(world.context());

  it("its owner is told 30, 20 and 10 days before, once each", async () => {
    const told = await createOwner(world, "told@example.com");
    await tell();
    await create(told, "long", 40 * DAY_MS);
    await tell();
    expect(await subjectsTo("told@example.com")).toEqual([]);
    for (const days of [11, 10, 10]) {
      world.advance(days * DAY_MS);
      await Promise.all([tell(), tell()]);
      await tell();
    }
    expect(await subjectsTo("told@example.com")).toEqual([30, 20, 10].map(noticeOf));
  });

  it("who missed two notices gets the last one, and a key made for a week gets none", async () => {
    const late = await createOwner(world, "late@example.com");
    await create(late, "long", 100 * DAY_MS);
    world.advance(95 * DAY_MS);
    await create(late, "week", 7 * DAY_MS);
    await tell();
    await tell();
    expect(await subjectsTo("late@example.com")).toEqual([noticeOf(10)]);
  });

  it("the administrators are told of a service account's key, and nobody of a disabled one", async () => {
    const robot = await createRobot("noticed");
    const quiet = await createRobot("quiet");
    await updateApiKey(world.context(owner), {
      keyId: quiet.keyId,
      resourceVersion: "1",
      spec: { ownerType: 2, displayName: "quiet", disabled: true },
    });
    world.advance(61 * DAY_MS);
    await tell();
    const texts = (await listMails(world.context(), { to: "owner@example.com" })).map((mail) => mail.text);
    expect(texts.filter((text) => text?.includes(robot.keyId))).toHaveLength(1);
    expect(texts.filter((text) => text?.includes(quiet.keyId))).toHaveLength(0);
  });

  const noticeOf = (days: number): string => `An API key expires in ${days} days or less`;
});
