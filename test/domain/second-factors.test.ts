// Second factors: an app's codes and recovery codes, each good once, and asked for by whoever has the password.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { listMails } from "#domain/mail";
import { requestPasswordReset, resetPassword } from "#domain/passwords";
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
} from "#domain/second-factors";
import { resolveSession, signIn } from "#domain/sessions";
import { deleteUser, getUser } from "#domain/users";
import { codeOf, STEP_MS } from "../../services/domain/second-factors/time-code.ts";
import {
  createDomainWorld,
  createMember,
  createOwner,
  PASSWORD,
  tokenMailedTo,
  type DomainWorld,
} from "./domain-world.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
let world: DomainWorld;
let owner: Actor;

beforeAll(async () => {
  world = await createDomainWorld("second_factors");
  owner = await createOwner(world, "owner@example.com");
});
afterAll(() => world.close());

/** What an app makes of the secret that was shown. */
function appCode(secret: string, at = world.clock.now()): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return codeOf(Buffer.from(bytes), Math.floor(at / STEP_MS));
}

interface Guarded {
  actor: Actor;
  secret: string;
  recoveryCodes: string[];
}

const shown = (password = PASSWORD): { password: string; sessionId: string } => ({
  password,
  sessionId: "s",
});

async function guarded(email: string): Promise<Guarded> {
  const actor = await createMember(world, owner, { email, role: "read" });
  const secret = (await beginSecondFactor(world.context(actor), shown())).secret ?? "";
  const recoveryCodes = await confirmSecondFactor(world.context(actor), {
    ...{ code: appCode(secret), sessionId: "s" },
  });
  world.advance(STEP_MS);
  return { actor, secret, recoveryCodes };
}

const enter = (email: string, code = "", password = PASSWORD): ReturnType<typeof signIn> =>
  signIn(world.context(), { email, password, code });

describe("a second factor", () => {
  it("is asked for once it is confirmed, and each of its codes works once", async () => {
    const actor = await createMember(world, owner, { email: "ann@example.com", role: "read" });
    const begun = await beginSecondFactor(world.context(actor), shown());
    expect(begun.otpauthUri).toContain(`secret=${begun.secret}`);
    const before = await enter("ann@example.com");
    expect(await getSecondFactor(world.context(actor))).toEqual({ active: false, recoveryCodesLeft: 0 });
    await expect(
      confirmSecondFactor(world.context(actor), { code: "000000x", sessionId: "s" }),
    ).rejects.toMatchObject({
      field: "code",
    });
    const secret = begun.secret ?? "";
    const codes = await confirmSecondFactor(world.context(actor), {
      ...{ code: appCode(secret), sessionId: "s" },
    });
    expect(new Set(codes).size).toBe(10);
    expect(await getSecondFactor(world.context(actor))).toEqual({ active: true, recoveryCodesLeft: 10 });

    expect(await resolveSession(world, before.cookieValue)).toBeUndefined();
    await expect(enter("ann@example.com")).rejects.toMatchObject({ code: "UNAUTHENTICATED", field: "code" });
    // The code that confirmed it is used up.
    await expect(enter("ann@example.com", appCode(secret))).rejects.toMatchObject({ field: "code" });
    world.advance(STEP_MS);
    const code = appCode(secret);
    const { cookieValue } = await enter("ann@example.com", ` ${code} `);
    expect(await resolveSession(world, cookieValue)).toBeTruthy();
    await expect(enter("ann@example.com", code)).rejects.toMatchObject({ field: "code" });
    expect(await verifyAudit(world.database.query, owner.accountId)).toBeUndefined();
  });

  it("says nothing about itself to who has not the password", async () => {
    const { secret } = await guarded("quiet@example.com");
    for (const code of ["", appCode(secret)]) {
      await expect(enter("quiet@example.com", code, "not the password")).rejects.toMatchObject({
        code: "UNAUTHENTICATED",
        field: undefined,
      });
    }
  });

  it("lets one of four uses of a code in", async () => {
    const { secret } = await guarded("race@example.com");
    const code = appCode(secret);
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => enter("race@example.com", code)));
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(1);
  });

  it("lets codes be guessed ten times, while asking for one costs nothing", async () => {
    await guarded("guess@example.com");
    const codeOfRefusal = (code: string): Promise<string> =>
      enter("guess@example.com", code).then(
        () => "in",
        (error: unknown) => (error as { code: string }).code,
      );
    const asked: string[] = [];
    for (let ask = 0; ask < 12; ask += 1) asked.push(await codeOfRefusal(""));
    expect(new Set(asked)).toEqual(new Set(["UNAUTHENTICATED"]));
    const guessed: string[] = [];
    for (let guess = 0; guess < 11; guess += 1) guessed.push(await codeOfRefusal("not-a-code"));
    expect(guessed.at(-1)).toBe("RESOURCE_EXHAUSTED");
  });

  it("gives way to each recovery code once, in any case of letters", async () => {
    const { actor, recoveryCodes } = await guarded("lost@example.com");
    const [first = "", second = ""] = recoveryCodes;
    await expect(enter("lost@example.com", first.toUpperCase())).resolves.toBeTruthy();
    await expect(enter("lost@example.com", first)).rejects.toMatchObject({ field: "code" });
    await expect(enter("lost@example.com", second)).resolves.toBeTruthy();
    expect(await getSecondFactor(world.context(actor))).toEqual({ active: true, recoveryCodesLeft: 8 });
  });

  it("stays when the password is set anew by mail", async () => {
    const { secret } = await guarded("mailbox@example.com");
    await requestPasswordReset(world.context(), { email: "mailbox@example.com" });
    const token = await tokenMailedTo(world, "mailbox@example.com");
    await resetPassword(world.context(), { token, password: "eleven badgers hum" });
    await expect(enter("mailbox@example.com", "", "eleven badgers hum")).rejects.toMatchObject({
      field: "code",
    });
    await expect(enter("mailbox@example.com", appCode(secret), "eleven badgers hum")).resolves.toBeTruthy();
  });

  it("is begun and removed with the password, removed with a code, and its owner is told", async () => {
    const { actor, secret } = await guarded("remove@example.com");
    const context = world.context(actor);
    const remove = (code: string, with_ = shown()): Promise<void> =>
      removeSecondFactor(context, { ...with_, code });
    await expect(beginSecondFactor(context, shown())).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(remove(appCode(secret), shown("wrong one"))).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
      field: "currentPassword",
    });
    await expect(
      removeSecondFactor(context, { password: PASSWORD, code: appCode(secret), sessionId: undefined }),
    ).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    for (const code of ["", "000000"]) {
      await expect(remove(code)).rejects.toMatchObject({ code: "PERMISSION_DENIED", field: "code" });
    }
    await remove(appCode(secret));
    await expect(enter("remove@example.com")).resolves.toBeTruthy();
    const [mail] = await listMails(world.context(), { to: "remove@example.com" });
    expect(mail?.subject).toBe("Your second factor was removed");
    await expect(remove("000000")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
  });

  it("T3: leaves neither secret nor codes in clear, and nothing when its user goes", async () => {
    const { actor, secret, recoveryCodes } = await guarded("clear@example.com");
    const dump = async (): Promise<string> => {
      const rows = await world.database.query.$queryRaw<{ dump: string }[]>`
        select coalesce((select jsonb_agg(f) from second_factors f)::text, '') ||
               coalesce((select jsonb_agg(r) from recovery_codes r)::text, '') ||
               (select jsonb_agg(a) from audit_records a)::text as dump`;
      return rows[0]?.dump ?? "";
    };
    const before = await dump();
    expect(before).toContain(actor.principalId);
    for (const clear of [secret, ...recoveryCodes]) expect(before).not.toContain(clear);
    const { resourceVersion = "" } = await getUser(world.context(owner), actor.principalId);
    await deleteUser(world.context(owner), { userId: actor.principalId, resourceVersion });
    const { query } = world.database;
    const own = { where: { userId: actor.principalId } };
    expect([await query.secondFactor.count(own), await query.recoveryCode.count(own)]).toEqual([0, 0]);
  });
});
