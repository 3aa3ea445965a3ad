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
