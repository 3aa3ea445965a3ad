// Which addresses count as one attacker's.
import { expect, it } from "vitest";
import { networkOf } from "./attempt-budget.ts";

it("one attacker's addresses are one network: /24 of IPv4, /64 of IPv6, ports and brackets aside", () => {
  expect(networkOf("192.0.2.1")).toBe(networkOf("192.0.2.250:4711"));
  expect(networkOf("192.0.2.1")).toBe(networkOf("::ffff:192.0.2.9"));
  expect(networkOf("192.0.2.1")).not.toBe(networkOf("192.0.3.1"));
  expect(networkOf("2001:db8::1")).toBe(networkOf("[2001:db8::ffff:2]:443"));
  expect(networkOf("2001:db8::1")).not.toBe(networkOf("2001:db8:0:1::1"));
  expect(networkOf("unix:/run/api")).toBe("unix:/run/api");
});
