// Rate limits with a clock of our own: budgets, bursts, refills, and who shares what.
import { expect, test } from "vitest";
import type { Actor } from "#domain/context";
import { QUOTAS, type QuotaName } from "#domain/quotas";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { createRateLimits } from "./rate-limits.ts";

function setUp(overrides = new Map<string, number>()): {
  limits: ReturnType<typeof createRateLimits>;
  pass: (ms: number) => void;
} {
  let now = 0;
  const clock: Clock = { now: () => now, monotonic: () => now };
  const quotaOf = (accountId: string, name: QuotaName): number =>
    overrides.get(`${accountId} ${name}`) ?? QUOTAS[name].max;
  return {
    limits: createRateLimits(clock, { quotaOf, addressRequestsPerSecond: 40 }),
    pass: (ms) => (now += ms),
  };
}

const actor = (
  principalId: string,
  principalType: Actor["principalType"] = "user",
  accountId = "a1",
): Actor => ({
  accountId,
  principalType,
  principalId,
  principalName: principalId,
  can: () => true,
});

/** How many of `count` tries are let through. */
function taken(count: number, take: () => void): number {
  let passed = 0;
  for (let index = 0; index < count; index += 1) {
    try {
      take();
      passed += 1;
    } catch (error) {
      if (!(error instanceof CloudError) || error.code !== "RESOURCE_EXHAUSTED") throw error;
    }
  }
  return passed;
}

test("a user has 40 requests per second and a burst of two seconds", () => {
  const { limits, pass } = setUp();
  const user = actor("u1");
  expect(taken(200, () => limits.takeForActor(user))).toBe(80);
  pass(1_000);
  expect(taken(200, () => limits.takeForActor(user))).toBe(40);
});

test("a service account has twice as many, in the text that clients know", () => {
  const { limits } = setUp();
  const robot = actor("s1", "service_account");
  expect(taken(500, () => limits.takeForActor(robot))).toBe(160);
  expect(() => limits.takeForActor(robot)).toThrow(
    "rate limit exceeded for principal type=serviceaccount, id=s1, please retry later",
  );
});

test("an account's principals share 160 requests per second, other accounts are not affected", () => {
  const { limits } = setUp();
  let index = 0;
  expect(taken(1_000, () => limits.takeForActor(actor(`u${(index += 1)}`)))).toBe(320);
  expect(taken(1, () => limits.takeForActor(actor("u1", "user", "a2")))).toBe(1);
});

test("an account's own limits hold for it and its principals alone, and a change of them holds at once", () => {
  const overrides = new Map([["a2 requestsPerSecondPerUser", 5]]);
  const { limits, pass } = setUp(overrides);
  expect(taken(50, () => limits.takeForActor(actor("u2", "user", "a2")))).toBe(10);
  expect(taken(50, () => limits.takeForActor(actor("u1")))).toBe(50);
  overrides.set("a2 requestsPerSecondPerUser", 20);
  pass(1_000);
  expect(taken(50, () => limits.takeForActor(actor("u2", "user", "a2")))).toBe(20);
});

test("callers without end are forgotten, the one longest unused first", () => {
  const { limits } = setUp();
  const user = actor("u0");
  taken(80, () => limits.takeForActor(user));
  for (let index = 0; index < 50_000; index += 1) limits.takeForAddress(`10.${index >> 8}.${index & 255}.1`);
  expect(taken(1, () => limits.takeForActor(user))).toBe(1);
});

test("the hint says when the next request will pass", () => {
  const { limits, pass } = setUp();
  const user = actor("u1");
  taken(80, () => limits.takeForActor(user));
  let retryAfterMs = 0;
  try {
    limits.takeForActor(user);
  } catch (error) {
    retryAfterMs = error instanceof CloudError ? (error.retryAfterMs ?? 0) : 0;
  }
  expect(retryAfterMs).toBe(25);
  pass(retryAfterMs);
  expect(taken(1, () => limits.takeForActor(user))).toBe(1);
});

test("addresses of one IPv6 /64 share a budget, IPv4 addresses do not", () => {
  const { limits } = setUp();
  taken(80, () => limits.takeForAddress("2001:db8:0:1::1"));
  expect(() => limits.checkAddress("2001:db8:0:1:ffff::2")).toThrow("rate limit exceeded");
  expect(() => limits.checkAddress("2001:db8:0:2::1")).not.toThrow();
  taken(80, () => limits.takeForAddress("::ffff:10.0.0.1"));
  expect(() => limits.checkAddress("10.0.0.1")).toThrow("rate limit exceeded");
  expect(() => limits.checkAddress("10.0.0.2")).not.toThrow();
});
