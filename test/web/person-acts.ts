// What a person does again and again in tests of the console: by clicking, as people do it.
import type { Page } from "playwright-core";

export const PASSWORD = "seven quiet llamas run";

export interface Credentials {
  email: string;
  password: string;
}

/** From the landing page through the mailbox to being signed in, on the list of namespaces. */
export async function comeIn(page: Page, email: string, accountName = "Acme Orders"): Promise<Credentials> {
  await page.goto("/");
  await page.getByRole("link", { name: "Sign up" }).click();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Account name").fill(accountName);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByRole("link", { name: "Open the mailbox" }).click();
  await page.getByRole("article").filter({ hasText: email }).getByRole("link").first().click();
  await page.getByRole("button", { name: "Confirm email address" }).click();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await signIn(page, { email, password: PASSWORD });
  return { email, password: PASSWORD };
}

/** From the sign-in page. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Sections" }).waitFor({ state: "attached" });
}

/** From the list of namespaces; answers the new one's id when it is active. */
export async function createNamespace(page: Page, name: string): Promise<string> {
  await page.getByRole("link", { name: "Create namespace" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("radio", { name: /N. Virginia/ }).click();
  await page.getByRole("button", { name: "Create namespace" }).click();
  await page.getByRole("heading", { level: 1, name: `${name}.` }).waitFor();
  await page.locator('[data-status="completed"]', { hasText: "Active" }).first().waitFor();
  return (await page.getByRole("heading", { level: 1 }).innerText()).trim();
}

/** Opens the link of the newest mail to an address, as the mailbox shows it. */
export async function followMail(page: Page, email: string): Promise<void> {
  await page.goto("/mailbox");
  await page.getByRole("article").filter({ hasText: email }).first().getByRole("link").first().click();
}

/** A call of the API as the person of the page, as their browser makes it: with cookie and CSRF token. */
export async function callAs(
  page: Page,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const call = async ([verb, address, json]: [string, string, string | undefined]) => {
    const session = (await (await fetch("/api/v1/sessions/current")).json()) as { csrfToken?: string };
    const answer = await fetch(address, {
      method: verb,
      headers: { "content-type": "application/json", "x-csrf-token": session.csrfToken ?? "" },
      ...(json === undefined ? {} : { body: json }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  return page.evaluate(call, [method, path, body === undefined ? undefined : JSON.stringify(body)] as [
    string,
    string,
    string | undefined,
  ]);
}

/** Somebody is invited into the owner's account with a role, follows the mail's link, and comes in. */
export async function join(
  { owner, newcomer }: { owner: Page; newcomer: Page },
  { email, role }: { email: string; role: string },
): Promise<void> {
  const spec = { email, access: { accountAccess: { role: `ROLE_${role.toUpperCase()}` } } };
  const { status, body } = await callAs(owner, "POST", "/cloud/users", { spec });
  if (status !== 200) throw new Error(`the invitation was refused: ${JSON.stringify(body)}`);
  await followMail(newcomer, email);
  await newcomer.getByLabel("Password").fill(PASSWORD);
  await newcomer.getByRole("button", { name: "Accept invitation" }).click();
  await newcomer.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await signIn(newcomer, { email, password: PASSWORD });
}
