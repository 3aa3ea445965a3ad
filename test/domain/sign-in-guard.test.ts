// What stands between a guesser and a person, and what the person is told.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timestampOfMs } from "#contracts";
import { authenticateApiKey, createApiKey } from "#domain/api-keys";
import { spendAttempt } from "#domain/attempts";
import type { Actor } from "#domain/context";
import { listMails } from "#domain/mail";
import { requestPasswordReset, resetPassword } from "#domain/passwords";
import { personAnywhere, signIn, sweepSessions } from "#domain/sessions";
import {
  createDomainWorld,
  createMember,
  createOwner,
  PASSWORD,
  tokenMailedTo,
  type DomainWorld,
} from "./domain-world.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const [HOME, OFFICE, ELSEWHERE] = ["192.0.2.1", "198.51.100.7", "203.0.113.9"];
let world: DomainWorld;
let owner: Actor;

beforeAll(async () => {
  world = await createDomainWorld("sign_in_guard");
  owner = await createOwner(world, "owner@example.com");
});
afterAll(() => world.close());

const person = (email: string): Promise<Actor> => createMember(world, owner, { email, role: "read" });
const enter = (email: string, address: string, password = PASSWORD): Promise<string> =>
  signIn(world.context(undefined, address), { email, password }).then(
    () => "in",
    (error: unknown) => (error as { code: string }).code,
  );
/** A hundred guesses at one person, from networks that are nowhere else in these tests. */
async function flood(email: string): Promise<void> {
  const limit = { max: 100, windowMs: 60 * MINUTE_MS };
  for (let guess = 0; guess < 100; guess += 1) {
    const attempt = { subject: personAnywhere(email), limit, now: world.clock.now() };
    await spendAttempt(world.database.query, attempt);
  }
}
const subjectsTo = async (email: string): Promise<string[]> =>
  (await listMails(world.context(), { to: email })).map((mail) => mail.subject ?? "");

describe("I14: guesses from everywhere at one person", () => {
  it("shut out strange networks, known and unknown people alike, and not where the person has been", async () => {
    await person("target@example.com");
    expect(await enter("target@example.com", HOME)).toBe("in");
    for (const email of ["target@example.com", "nobody@example.com"]) {
      await flood(email);
      expect(await enter(email, ELSEWHERE)).toBe("RESOURCE_EXHAUSTED");
    }
    expect(await enter("target@example.com", HOME)).toBe("in");
    expect(await enter("target@example.com", HOME, "not the password")).toBe("UNAUTHENTICATED");
    world.advance(61 * MINUTE_MS);
    expect(await enter("target@example.com", ELSEWHERE)).toBe("in");
  });

  it("do not keep out who sets a new password by mail", async () => {
    await person("mailbox@example.com");
    await flood("mailbox@example.com");
    expect(await enter("mailbox@example.com", ELSEWHERE)).toBe("RESOURCE_EXHAUSTED");
    await requestPasswordReset(world.context(undefined, ELSEWHERE), { email: "mailbox@example.com" });
    const token = await tokenMailedTo(world, "mailbox@example.com");
    await resetPassword(world.context(undefined, ELSEWHERE), { token, password: "eleven badgers hum" });
    expect(await enter("mailbox@example.com", ELSEWHERE, "eleven badgers hum")).toBe("in");
  });

  it("find no network known once 90 days have passed", async () => {
    await person("long-gone@example.com");
    expect(await enter("long-gone@example.com", HOME)).toBe("in");
    world.advance(91 * DAY_MS);
    await sweepSessions(world.database.query, world.clock.now());
    await flood("long-gone@example.com");
    expect(await enter("long-gone@example.com", HOME)).toBe("RESOURCE_EXHAUSTED");
  });
});

describe("a person is told", () => {
  it("of a sign-in from a new network, not of the first and not of the same again", async () => {
    await person("traveller@example.com");
    const told = async (): Promise<number> =>
      (await subjectsTo("traveller@example.com")).filter((subject) => subject.includes("new place")).length;
    for (const address of [HOME, HOME, "192.0.2.200"]) await enter("traveller@example.com", address);
    expect(await told()).toBe(0);
    await enter("traveller@example.com", OFFICE);
    await enter("traveller@example.com", OFFICE);
    expect(await told()).toBe(1);
    const [mail] = await listMails(world.context(), { to: "traveller@example.com" });
    expect(mail?.text).toContain(OFFICE);
  });

  it("K8: of a dead key that is still used, once a week", async () => {
    const keeper = await person("keeper@example.com");
    const expiryTime = timestampOfMs(world.clock.now() + 5 * MINUTE_MS);
    const { token, keyId } = await createApiKey(world.context(keeper), {
      spec: { displayName: "nightly build", expiryTime },
    });
    const use = (): Promise<unknown> =>
      authenticateApiKey(world.context(undefined, ELSEWHERE), token).catch(() => undefined);
    await use();
    expect(await subjectsTo("keeper@example.com")).toHaveLength(1);
    world.advance(6 * MINUTE_MS);
    await use();
    await use();
    const mails = await listMails(world.context(), { to: "keeper@example.com" });
    const told = mails.filter((mail) => mail.text?.includes(keyId));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(ELSEWHERE);
    expect(told[0]?.text).not.toContain(token);
    world.advance(7 * DAY_MS);
    await use();
    expect((await subjectsTo("keeper@example.com")).filter((one) => one.includes("being used"))).toHaveLength(
      2,
    );
  });
});
