// Which passwords are taken, and how they are kept.
import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password-hash.ts";
import { checkPassword } from "./password-rules.ts";

const person = { email: "jane.roe@example.com", accountName: "Roe Rockets" };

describe("passwords", () => {
  it.each([
    ["short", "at least 8"],
    ["x".repeat(129), "at most 128"],
    ["aaaaaaaaaaa", "repeats too few"],
    ["12345678", "plain sequence"],
    ["hgfedcba", "plain sequence"],
    ["Password", "too well known"],
    ["Passw0rd!", "too well known"],
    ["sunshine2024!", "too well known"],
    ["lighthouse", "too well known"],
    ["CorrectHorseBatteryStaple", "too well known"],
    ["abcdabcdabcd", "too well known"],
    ["12121212", "repeats too few"],
    ["jane.roe@example.com", "your own name"],
    ["Jane.Roe99", "your own name"],
    ["roe rockets 1", "your own name"],
    ["Cellplane1!", "ours"],
  ])("%s is refused", (password, reason) => {
    expect(() => checkPassword(password, person)).toThrow(reason);
  });

  it.each([
    "correct horse",
    "love 8291046637 and more",
    "seven otters juggle",
    "пароль надёжный",
    "🦦🦦🪀🪀🎈🎈🧩🧩",
    "x7Kp-29wq",
  ])("%s is taken", (password) => {
    expect(() => checkPassword(password, person)).not.toThrow();
  });

  it("are kept as argon2id with at least 19 MiB and two passes, and compared in any Unicode form", async () => {
    const stored = await hashPassword("caf\u00e9 au lait");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, "cafe\u0301 au lait")).toBe(true);
    expect(await verifyPassword(stored, "cafe au lait")).toBe(false);
  });

  it("of a person who does not exist never fit", async () => {
    expect(await verifyPassword(undefined, "a password of nobody")).toBe(false);
  });

  it("are hashed a few at a time: what does not fit into the queue is told to come back", async () => {
    const ends = await Promise.allSettled(Array.from({ length: 110 }, () => verifyPassword(undefined, "x")));
    const refused = ends.filter((end) => end.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(10);
    expect(String(refused[0]?.reason)).toContain("Too many people");
  });
});
