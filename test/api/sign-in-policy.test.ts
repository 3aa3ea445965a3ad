// The account's demand of a second factor: what a session without one is good for, and that keys go on.
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#shared/clock";
import { codeOf, STEP_MS } from "../../services/domain/second-factors/time-code.ts";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const PASSWORD = "nine purple otters 4711";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
let api: RealApi;
let alice: Person;

beforeAll(async () => {
  api = await startRealApi();
  alice = await signUp(api, "alice@example.com");
});
afterAll(() => api.stop());

const post = (path: string, body: object): ReturnType<typeof call> =>
  call(api, "POST", path, { as: alice, body });

async function demand(secondFactorRequired: boolean): Promise<number> {
  const { body } = await call(api, "GET", "/api/v1/sign-in-policy", { as: alice });
  const { resourceVersion } = body["policy"] as { resourceVersion: string };
  return (await post("/api/v1/sign-in-policy", { spec: { secondFactorRequired }, resourceVersion })).status;
}

function appCode(secret: string): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return codeOf(Buffer.from(bytes), Math.floor(systemClock.now() / STEP_MS));
}

test("who has no second factor can set one up and nothing else, once the account demands it; keys go on", async () => {
  const spec = {
    displayName: "k",
    ownerId: alice.userId,
    ownerType: "OWNER_TYPE_USER",
    expiryTime: "2027-06-01T00:00:00Z",
  };
  const key = String((await post("/cloud/api-keys", { spec })).body["token"]);
  expect(await demand(false)).toBe(400);
  expect(await demand(true)).toBe(200);

  expect(await call(api, "GET", "/cloud/users", { as: alice })).toMatchObject({
    ...{ status: 403, body: { message: expect.stringContaining("second factor") as string } },
  });
  expect((await post("/cloud/api-keys", { spec })).status).toBe(403);
  expect((await call(api, "GET", "/api/v1/sessions/current", { as: alice })).status).toBe(200);
  expect((await call(api, "GET", "/cloud/users", { as: key })).status).toBe(200);

  const begun = await post("/api/v1/second-factor", { currentPassword: PASSWORD });
  const code = appCode(String(begun.body["secret"]));
  const confirmed = await post("/api/v1/second-factor/confirm", { code });
  expect(confirmed.status).toBe(200);
  expect((await call(api, "GET", "/cloud/users", { as: alice })).status).toBe(200);
  const [recoveryCode] = confirmed.body["recoveryCodes"] as string[];
  const removal = { currentPassword: PASSWORD, code: recoveryCode };
  expect((await post("/api/v1/second-factor/remove", removal)).status).toBe(412);
  expect(await demand(false)).toBe(200);
  expect((await post("/api/v1/second-factor/remove", removal)).status).toBe(200);
});
