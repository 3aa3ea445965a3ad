// Signing up, confirming, signing in: what works once, what tells nothing, what expires.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activateAccount, getAccount, signUp, verifyEmail } from "#domain/accounts";
import { verifyAudit } from "#domain/audit";
import { listMails } from "#domain/mail";
import { getSession, resolveSession, signIn, signOut } from "#domain/sessions";
import { getUsers } from "#domain/users";
import {
  actorOf,
  createDomainWorld,
  createOwner,
  PASSWORD,
  tokenMailedTo,
  type DomainWorld,
} from "./domain-world.ts";

const HOUR_MS = 3_600_000;
let world: DomainWorld;

beforeAll(async () => {
  world = await createDomainWorld("accounts");
});
afterAll(() => world.close());

const signUpWith = (email: string, password = PASSWORD): Promise<void> =>
  signUp(world.context(), { email, password, accountName: "Acme" });

describe("signing up", () => {
  it("makes the account and its owner with the confirmation, and starts provisioning", async () => {
    await signUpWith("ann@example.com");
    expect(await world.database.query.account.count()).toBe(0);

    const verified = await verifyEmail(world.context(), {
      token: await tokenMailedTo(world, "ann@example.com"),
    });

    expect(verified.accountId).toMatch(/^[a-z][a-z0-9]{4,}$/);
    expect(world.started).toMatchObject([
      {
        workflowType: "provisionAccount",
        input: { accountId: verified.accountId, email: "ann@example.com" },
      },
    ]);
    const key = { accountId: verified.accountId, operationId: verified.operation.id };
    await activateAccount(world, key);
    await activateAccount(world, key);
    const owner = await actorOf(world, verified.accountId, verified.userId);
    expect(owner.can("cloud.namespace.create")).toBe(true);
    expect(await getAccount(world.context(owner))).toMatchObject({ id: verified.accountId, state: 3 });
    const { users } = await getUsers(world.context(owner), {});
    expect(users).toMatchObject([
      { spec: { email: "ann@example.com", access: { accountAccess: { role: 1 } } } },
    ]);
    expect(await verifyAudit(world.database.query, verified.accountId)).toBeUndefined();
  });

  it("refuses a token that was used, is unknown or is older than 24 hours", async () => {
    await signUpWith("bob@example.com");
    const token = await tokenMailedTo(world, "bob@example.com");
    await verifyEmail(world.context(), { token });
    await expect(verifyEmail(world.context(), { token })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await expect(verifyEmail(world.context(), { token: "x" })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });

    await signUpWith("late@example.com");
    const late = await tokenMailedTo(world, "late@example.com");
    world.advance(24 * HOUR_MS + 1);
    await expect(verifyEmail(world.context(), { token: late })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });

  it("lets only one of two confirmations at once through", async () => {
    await signUpWith("race@example.com");
    const token = await tokenMailedTo(world, "race@example.com");
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => verifyEmail(world.context(), { token })));
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(1);
    expect(await world.database.query.user.count({ where: { email: "race@example.com" } })).toBe(1);
  });

  it("never lends a stranger's password to the account of whoever confirms their own sign-up", async () => {
    await signUpWith("own@example.com");
    const own = await tokenMailedTo(world, "own@example.com");
    world.advance(1_000);
    await signUpWith("own@example.com", "a stranger's password");
    await verifyEmail(world.context(), { token: own });

    await expect(
      signIn(world.context(), { email: "own@example.com", password: "a stranger's password" }),
    ).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(
      signIn(world.context(), { email: "own@example.com", password: PASSWORD }),
    ).resolves.toBeTruthy();
  });

  it("answers a known address like an unknown one, and tells its owner by mail, once an hour", async () => {
    await createOwner(world, "known@example.com");
    world.advance(HOUR_MS);
    await signUpWith("known@example.com");
    await signUpWith("known@example.com");
    const mails = await listMails(world.context(), { to: "known@example.com" });
    expect(mails.filter((mail) => mail.subject === "You already have an account")).toHaveLength(1);
  });

  it("mails at most five links an hour to one address", async () => {
    for (let attempt = 0; attempt < 8; attempt += 1) await signUpWith("flood@example.com");
    expect(await listMails(world.context(), { to: "flood@example.com" })).toHaveLength(5);
  });

  it("keeps neither password nor token in clear", async () => {
    await signUpWith("clear@example.com");
    const token = await tokenMailedTo(world, "clear@example.com");
    const rows = await world.database.query.$queryRaw<{ dump: string }[]>`
      select (select coalesce(jsonb_agg(s), '[]') from sign_ups s)::text ||
             (select coalesce(jsonb_agg(m), '[]') from mails m)::text ||
             (select coalesce(jsonb_agg(u), '[]') from users u)::text as dump`;
    expect(rows[0]?.dump).toContain("clear@example.com");
    expect(rows[0]?.dump).not.toContain(token);
    expect(rows[0]?.dump).not.toContain(PASSWORD);
  });
});

describe("sessions", () => {
  it("open with the password, tell whose they are, and end with signing out", async () => {
    const owner = await createOwner(world, "sess@example.com");
    const first = await signIn(world.context(), { email: " SESS@example.com ", password: PASSWORD });
    const resolved = await resolveSession(world, first.cookieValue);
    expect(resolved?.actor).toMatchObject({ accountId: owner.accountId, principalName: "sess@example.com" });
    expect(resolved?.csrfToken).toBe(first.csrfToken);
    expect(await getSession(world.context(owner), resolved?.sessionId)).toMatchObject({
      csrfToken: first.csrfToken,
      session: { email: "sess@example.com" },
    });

    const second = await signIn(world.context(), {
      email: "sess@example.com",
      password: PASSWORD,
      previousSessionId: resolved?.sessionId,
    });
    expect(second.cookieValue).not.toBe(first.cookieValue);
    expect(await resolveSession(world, first.cookieValue)).toBeUndefined();

    const sessionId = (await resolveSession(world, second.cookieValue))?.sessionId ?? "";
    await signOut(world.context(owner), sessionId);
    expect(await resolveSession(world, second.cookieValue)).toBeUndefined();
  });

  it("end when they are not used for 8 hours, and after 7 days in any case", async () => {
    await createOwner(world, "idle@example.com");
    const idle = await signIn(world.context(), { email: "idle@example.com", password: PASSWORD });
    world.advance(8 * HOUR_MS);
    expect(await resolveSession(world, idle.cookieValue)).toBeUndefined();

    const busy = await signIn(world.context(), { email: "idle@example.com", password: PASSWORD });
    for (let hours = 0; hours < 7 * 24; hours += 6) {
      expect(await resolveSession(world, busy.cookieValue)).toBeDefined();
      world.advance(6 * HOUR_MS);
    }
    expect(await resolveSession(world, busy.cookieValue)).toBeUndefined();
  });

  it("answer an unknown address and a wrong password with the same words", async () => {
    await createOwner(world, "same@example.com");
    const refusals = await Promise.all(
      ["same@example.com", "nobody@example.com"].map((email) =>
        signIn(world.context(), { email, password: "not the password" }).catch((error: unknown) =>
          String(error),
        ),
      ),
    );
    expect(refusals[0]).toBe(refusals[1]);
    expect(refusals[0]).toContain("not right");
  });

  it("stop one network after ten failures without locking the owner out elsewhere", async () => {
    await createOwner(world, "brute@example.com");
    const guess = (address: string, password: string): Promise<string> =>
      signIn(world.context(undefined, address), { email: "brute@example.com", password }).then(
        () => "in",
        (error: unknown) => (error as { code: string }).code,
      );
    const codes: string[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) codes.push(await guess("203.0.113.7", "wrong guess"));
    expect(codes.slice(0, 10)).toEqual(Array<string>(10).fill("UNAUTHENTICATED"));
    expect(codes[10]).toBe("RESOURCE_EXHAUSTED");
    expect(await guess("203.0.113.99", PASSWORD)).toBe("RESOURCE_EXHAUSTED");
    expect(await guess("198.51.100.1", PASSWORD)).toBe("in");
    world.advance(HOUR_MS);
    expect(await guess("203.0.113.7", PASSWORD)).toBe("in");
  });
});
