// Forgotten passwords, changed passwords and a person's own sessions: what works once, what ends, what tells nothing.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { listMails } from "#domain/mail";
import { changePassword, requestPasswordReset, resetPassword, sweepPasswordResets } from "#domain/passwords";
import { endSessions, getSessions, resolveSession, signIn } from "#domain/sessions";
import { createUser } from "#domain/users";
import {
  createDomainWorld,
  createMember,
  createOwner,
  PASSWORD,
  ROLE,
  tokenMailedTo,
  type DomainWorld,
} from "./domain-world.ts";

const HOUR_MS = 3_600_000;
const NEW_PASSWORD = "eleven badgers hum";
let world: DomainWorld;
let owner: Actor;

beforeAll(async () => {
  world = await createDomainWorld("passwords");
  owner = await createOwner(world, "owner@example.com");
});
afterAll(() => world.close());

const member = (email: string): Promise<Actor> => createMember(world, owner, { email, role: "read" });
const enter = (email: string, password = PASSWORD): ReturnType<typeof signIn> =>
  signIn(world.context(), { email, password });
const ask = (email: string, address?: string): Promise<void> =>
  requestPasswordReset(world.context(undefined, address), { email });
const reset = (token: string, password = NEW_PASSWORD): ReturnType<typeof resetPassword> =>
  resetPassword(world.context(), { token, password });
const subjectsTo = async (email: string): Promise<string[]> =>
  (await listMails(world.context(), { to: email })).map((mail) => mail.subject ?? "");

describe("a forgotten password", () => {
  it("is set anew by the mail's link, once, and ends every session", async () => {
    const person = await member("forgot@example.com");
    const { cookieValue } = await enter("forgot@example.com");
    await ask(" Forgot@Example.com ");
    const token = await tokenMailedTo(world, "forgot@example.com");

    expect(await reset(token)).toEqual({ email: "forgot@example.com" });

    expect(await resolveSession(world, cookieValue)).toBeUndefined();
    await expect(enter("forgot@example.com")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(enter("forgot@example.com", NEW_PASSWORD)).resolves.toBeTruthy();
    await expect(reset(token)).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "token" });
    expect((await subjectsTo("forgot@example.com"))[0]).toBe("Your password was changed");
    expect(await verifyAudit(world.database.query, person.accountId)).toBeUndefined();
  });

  it("has a link for an hour; a new password ends all links", async () => {
    await member("links@example.com");
    await ask("links@example.com");
    const old = await tokenMailedTo(world, "links@example.com");
    world.advance(HOUR_MS);
    await expect(reset(old)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await ask("links@example.com");
    const first = await tokenMailedTo(world, "links@example.com");
    world.advance(1_000);
    await ask("links@example.com");
    await reset(await tokenMailedTo(world, "links@example.com"));
    await expect(reset(first, "another fine phrase")).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    world.advance(HOUR_MS);
    await sweepPasswordResets(world.database.query, world.clock.now());
    expect(await world.database.query.passwordReset.count()).toBe(0);
  });

  it("is refused when it is weak, and the link stays good", async () => {
    await member("weak@example.com");
    await ask("weak@example.com");
    const token = await tokenMailedTo(world, "weak@example.com");
    await expect(reset(token, "password")).rejects.toMatchObject({ field: "password" });
    await expect(reset(token)).resolves.toBeTruthy();
  });

  it("is reset by one of four at once", async () => {
    await member("race@example.com");
    await ask("race@example.com");
    const token = await tokenMailedTo(world, "race@example.com");
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => reset(token)));
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(1);
  });

  it("I2: of an unknown address leaves the same rows behind as of a known one, and a mail without a link", async () => {
    await member("known@example.com");
    const rows = async (): Promise<number[]> => {
      const { query } = world.database;
      return Promise.all([query.passwordReset.count(), query.mail.count(), query.auditRecord.count()]);
    };
    const grown = async (email: string): Promise<number[]> => {
      const before = await rows();
      await ask(email);
      return (await rows()).map((count, index) => count - (before[index] ?? 0));
    };
    expect(await grown("known@example.com")).toEqual([1, 1, 1]);
    expect(await grown("unknown@example.com")).toEqual([1, 1, 1]);
    const [mail] = await listMails(world.context(), { to: "unknown@example.com" });
    expect(mail?.text).not.toContain("token=");
  });

  it("is not there for who never accepted the invitation", async () => {
    const spec = { email: "invited@example.com", access: { accountAccess: { role: ROLE.read } } };
    await createUser(world.context(owner), { spec });
    world.advance(1_000);
    await ask("invited@example.com");
    const [mail] = await listMails(world.context(), { to: "invited@example.com" });
    expect(mail).toMatchObject({ subject: "There is no password to set for this address" });
  });

  it("is mailed five times an hour to one address, silently, and asked for 60 times from one network", async () => {
    await member("flood@example.com");
    const before = (await subjectsTo("flood@example.com")).length;
    for (let asked = 0; asked < 8; asked += 1) await ask("flood@example.com", "203.0.113.5");
    expect(await subjectsTo("flood@example.com")).toHaveLength(before + 5);
    for (let asked = 8; asked < 60; asked += 1) await ask("flood@example.com", "203.0.113.5");
    await expect(ask("flood@example.com", "203.0.113.9")).rejects.toMatchObject({
      code: "RESOURCE_EXHAUSTED",
    });
    await expect(ask("flood@example.com", "198.51.100.2")).resolves.toBeUndefined();
    await expect(ask("no address", "198.51.100.2")).rejects.toMatchObject({ field: "email" });
  });
});

describe("one's own password", () => {
  const sessionOf = async (email: string, password = PASSWORD): Promise<{ id: string; cookie: string }> => {
    const { cookieValue } = await enter(email, password);
    const session = await resolveSession(world, cookieValue);
    if (session === undefined) throw new Error("no session");
    return { id: session.sessionId, cookie: cookieValue };
  };
  const change = (
    person: Actor,
    sessionId: string | undefined,
    passwords: [string, string],
    address?: string,
  ): ReturnType<typeof changePassword> =>
    changePassword(
      world.context(person, address),
      { currentPassword: passwords[0], newPassword: passwords[1] },
      sessionId,
    );

  it("changes with the old one, and the caller goes on with a new session alone", async () => {
    const person = await member("change@example.com");
    const elsewhere = await sessionOf("change@example.com");
    const here = await sessionOf("change@example.com");

    const opened = await change(person, here.id, [PASSWORD, NEW_PASSWORD]);

    expect(await resolveSession(world, elsewhere.cookie)).toBeUndefined();
    expect(await resolveSession(world, here.cookie)).toBeUndefined();
    expect((await resolveSession(world, opened.cookieValue))?.csrfToken).toBe(opened.csrfToken);
    await expect(enter("change@example.com", NEW_PASSWORD)).resolves.toBeTruthy();
    expect(await verifyAudit(world.database.query, person.accountId)).toBeUndefined();
  });

  it.each<[string, [string, string], object]>([
    [
      "a wrong old one",
      ["not the password", NEW_PASSWORD],
      { code: "PERMISSION_DENIED", field: "currentPassword" },
    ],
    ["a weak new one", [PASSWORD, "12345678"], { code: "INVALID_ARGUMENT", field: "newPassword" }],
    ["the same again", [PASSWORD, PASSWORD], { code: "INVALID_ARGUMENT", field: "newPassword" }],
  ])("does not change with %s", async (what, passwords, error) => {
    const email = `${what.replaceAll(" ", "-")}@example.com`;
    const person = await member(email);
    const { id, cookie } = await sessionOf(email);
    await expect(change(person, id, passwords)).rejects.toMatchObject(error);
    expect(await resolveSession(world, cookie)).toBeTruthy();
  });

  it("does not change without a session, nor faster by guessing than signing in does", async () => {
    const person = await member("guess@example.com");
    await expect(change(person, undefined, [PASSWORD, NEW_PASSWORD])).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
    const { id } = await sessionOf("guess@example.com");
    const codes: string[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const end = change(person, id, [`guess ${guess} of mine`, NEW_PASSWORD], "203.0.113.77");
      codes.push(
        await end.then(
          () => "changed",
          (error: unknown) => (error as { code: string }).code,
        ),
      );
    }
    expect(codes).toEqual([...Array<string>(10).fill("PERMISSION_DENIED"), "RESOURCE_EXHAUSTED"]);
    const failures = await world.database.query.auditRecord.count({
      where: { principalId: person.principalId, operation: "ChangePassword", status: "PERMISSION_DENIED" },
    });
    expect(failures).toBe(10);
  });

  it("I9: one's own sessions are listed and ended, one or all others, and nobody else's", async () => {
    const person = await member("sessions@example.com");
    const [one, two, here] = [
      await sessionOf("sessions@example.com"),
      await sessionOf("sessions@example.com"),
      await sessionOf("sessions@example.com"),
    ];
    const context = world.context(person);
    const listed = await getSessions(context, here.id);
    expect(listed.filter((session) => session.current)).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(here.id);
    const stranger = world.context(owner);
    const [other] = listed.filter((session) => !session.current);
    const sessionId = other?.sessionId ?? "";
    await expect(endSessions(stranger, { sessionId }, undefined)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await endSessions(context, { sessionId }, here.id)).toBe(1);
    const alive = await Promise.all([one, two].map(({ cookie }) => resolveSession(world, cookie)));
    expect(alive.filter((session) => session !== undefined)).toHaveLength(1);
    expect(await endSessions(context, { allOthers: true }, here.id)).toBe(1);
    expect(await getSessions(context, here.id)).toMatchObject([{ current: true }]);
    for (const request of [{}, { sessionId, allOthers: true }]) {
      await expect(endSessions(context, request, here.id)).rejects.toMatchObject({ field: "sessionId" });
    }
  });
});
