// How many refused keys an address has, who shares them, and when the next try is heard.
import { expect, test } from "vitest";
import { FailedAttempts } from "./failed-attempts.ts";
import { GATEWAY_LIMITS } from "./limits.ts";

function exhausted(network: string): FailedAttempts {
  const attempts = new FailedAttempts();
  for (let count = 0; count < GATEWAY_LIMITS.failedKeysBurst; count += 1) {
    attempts.check(network, 0);
    attempts.add(network, 0);
  }
  return attempts;
}

test("after its burst of refused keys an address waits, and others do not", () => {
  const attempts = exhausted("10.0.0.1");
  expect(() => attempts.check("10.0.0.1", 0)).toThrow("Too many API keys");
  expect(() => attempts.check("10.0.0.2", 0)).not.toThrow();
});

test("tries come back at the rate of refused keys", () => {
  const attempts = exhausted("10.0.0.1");
  const oneMore = Math.ceil(1000 / GATEWAY_LIMITS.failedKeysPerSecond);
  expect(() => attempts.check("10.0.0.1", oneMore - 1)).toThrow("Too many API keys");
  expect(() => attempts.check("10.0.0.1", oneMore)).not.toThrow();
});

test("what is remembered is bounded", () => {
  const attempts = exhausted("10.0.0.1");
  for (let index = 0; index < GATEWAY_LIMITS.failedNetworksMax; index += 1) attempts.add(`n${index}`, 0);
  expect(() => attempts.check("10.0.0.1", 0)).not.toThrow();
});
