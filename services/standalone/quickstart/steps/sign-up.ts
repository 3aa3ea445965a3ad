// Step 1: sign up, find the mail in the mailbox, follow its link, sign in, see the account become active.
import { z } from "zod";
import { delay } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Customer } from "../customer.ts";

const MAIL_TIMEOUT_MS = 15_000;
const MAIL_POLL_MS = 100;

const mailbox = z.object({ mails: z.array(z.object({ subject: z.string(), text: z.string() })).default([]) });
const verified = z.object({ accountId: z.string(), asyncOperation: z.object({ id: z.string() }) });
const signedIn = z.object({
  csrfToken: z.string(),
  session: z.object({ accountId: z.string(), email: z.string() }),
});

export interface SignedUp {
  accountId: string;
  email: string;
}

/** A new address each time, so that the story can be told again on the same data. */
export async function signUp(customer: Customer): Promise<{ email: string; password: string }> {
  const email = `ada.${randomIds.short(8)}@example.com`;
  const password = `quick-${randomIds.secret(12)}`;
  await customer.post("/api/v1/sign-up", { email, password, accountName: "Ada's orders" }, z.object({}));
  return { email, password };
}

/** Waits for the verification mail and answers the token in its link. */
export async function findToken(customer: Customer, email: string): Promise<string> {
  const deadline = performance.now() + MAIL_TIMEOUT_MS;
  for (;;) {
    const { mails } = await customer.get(`/api/v1/mailbox?to=${encodeURIComponent(email)}`, mailbox);
    for (const mail of mails) {
      const token = /[?&]token=([\w.~-]+)/.exec(mail.text)?.[1];
      if (token !== undefined) return token;
    }
    if (performance.now() > deadline) throw new Error(`no verification mail for ${email}`);
    await delay(MAIL_POLL_MS);
  }
}

export async function verifyAndSignIn(
  customer: Customer,
  { email, password, token }: { email: string; password: string; token: string },
): Promise<SignedUp> {
  const { accountId, asyncOperation } = await customer.post("/api/v1/verify-email", { token }, verified);
  const { csrfToken } = await customer.post("/api/v1/sessions", { email, password }, signedIn);
  customer.useSession(csrfToken);
  await customer.fulfilled(asyncOperation.id);
  return { accountId, email };
}
