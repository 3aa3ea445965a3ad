// Passkeys with Chromium's virtual authenticator, and the operator area: who is let in, what it shows of the running cloud,
// and that nobody else sees it. Every page is held to axe.
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookAt } from "./accessible.ts";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { comeIn, createNamespace, PASSWORD, type Credentials } from "./person-acts.ts";

const LIMIT_MS = 240_000;
let world: ConsoleWorld;
let page: Page;
let olga: Credentials;
let namespace: string;
let device: CDPSession;

beforeAll(async () => {
  world = await startConsoleWorld(["--operator", "olga@example.com"]);
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
  olga = await comeIn(page, "olga@example.com");
  namespace = await createNamespace(page, "orders");
  device = await addAuthenticator(page, true);
}, LIMIT_MS);

afterAll(() => world.stop());

/** A device with a platform authenticator, whose person verifies themselves or does not. */
async function addAuthenticator(on: Page, isVerified: boolean): Promise<CDPSession> {
  const session = await on.context().newCDPSession(on);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: isVerified, automaticPresenceSimulation: true },
    },
  });
  return session;
}

async function signOut(on: Page): Promise<void> {
  await on.getByRole("button", { name: /Signed in as/ }).click();
  await on.getByRole("menuitem", { name: "Sign out" }).click();
  await on.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
}

test(
  "a passkey is added with the device, and recovery codes come with it",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/security");
    await page.getByRole("button", { name: "Add passkey" }).click();
    const dialog = page.getByRole("dialog", { name: "Add passkey" });
    await dialog.getByLabel("Name", { exact: true }).fill("Olga's laptop");
    await dialog.getByLabel("Password").fill("not the password");
    await dialog.getByRole("button", { name: "Add passkey" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("Password").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Add passkey" }).click();
    await dialog.getByRole("button", { name: "I have kept them" }).waitFor();
    await lookAt(page, "passkey-codes");
    await dialog.getByRole("button", { name: "I have kept them" }).click();
    await page.getByRole("row", { name: /Olga's laptop/ }).waitFor();
    await lookAt(page, "passkeys");
  },
);

test(
  "the passkey signs in without a password; a password alone no longer does",
  { timeout: LIMIT_MS },
  async () => {
    await signOut(page);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByRole("heading", { level: 1, name: "Namespaces" }).waitFor();
    await page.goto("/security");
    const row = page.getByRole("row", { name: /Olga's laptop/ });
    await row.waitFor();
    expect(await row.innerText()).not.toContain("never");

    const elsewhere = (await world.person()).page;
    await elsewhere.goto("/sign-in");
    await elsewhere.getByLabel("Email address").fill(olga.email);
    await elsewhere.getByLabel("Password").fill(olga.password);
    await elsewhere.getByRole("button", { name: "Sign in" }).click();
    await elsewhere.getByLabel("Code").waitFor();
  },
);

test(
  "a device that knows no passkey, or whose person is not verified, does not come in",
  { timeout: LIMIT_MS },
  async () => {
    const stranger = (await world.person()).page;
    await stranger.goto("/sign-in");
    await addAuthenticator(stranger, false);
    await stranger.getByRole("button", { name: "Use a passkey" }).click();
    await stranger.getByText("No passkey was used").waitFor();
    await lookAt(stranger, "passkey-refused");
    await stranger.goto("/namespaces");
    await stranger.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  },
);

test(
  "who is no operator sees no operator area, and is refused when they go there",
  { timeout: LIMIT_MS },
  async () => {
    const other = (await world.person()).page;
    await comeIn(other, "eve@example.com", "Eve's");
    await other.goto("/operator");
    await other.getByRole("heading", { name: "You are not an operator of this installation" }).waitFor();
    expect(await other.getByRole("link", { name: "Operator area" }).count()).toBe(0);
    const forged = (await other.evaluate(
      `fetch("/api/v1/installation", { headers: { "cellplane-operator": "1" } }).then(({ status }) => status)`,
    )) as number;
    expect(forged).toBe(403);
  },
);

test(
  "an operator enters with the password and a code, and sees how the installation fares",
  { timeout: LIMIT_MS },
  async () => {
    const entered = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
    await comeInAgain(entered);
    await entered.getByRole("link", { name: "Operator area" }).click();
    await entered.getByRole("button", { name: "Enter operator area" }).waitFor();
    await lookAt(entered, "operator-door");
    await entered.getByLabel("Password").fill(PASSWORD);
    await entered.getByRole("button", { name: "Enter operator area" }).click();
    await entered.getByText(/Give the code/).waitFor();
    await entered.getByLabel("Code").fill(await recoveryCode());
    await entered.getByRole("button", { name: "Enter operator area" }).click();
    await entered.getByRole("heading", { name: "Nothing needs anybody" }).waitFor();
    await lookAt(entered, "operator");

    await entered.getByRole("link", { name: "Cells", exact: true }).click();
    await entered
      .getByRole("row", { name: /cell-a/ })
      .locator('[data-status="completed"]')
      .waitFor();
    await lookAt(entered, "operator-cells");

    await entered.getByRole("link", { name: "Work", exact: true }).click();
    await entered.getByRole("row", { name: new RegExp(`CreateNamespace ${namespace}`) }).click();
    // The list before it has a table too.
    const steps = entered.getByRole("region", { name: "Steps" }).getByRole("row");
    await steps.nth(2).locator('[data-status="completed"]').waitFor();
    await lookAt(entered, "operator-steps");

    await entered.getByRole("link", { name: "Regions", exact: true }).click();
    await entered.getByRole("row", { name: /aws-us-east-1/ }).waitFor();
    await lookAt(entered, "operator-regions");
    await changeLimit(entered);
    await entered.getByRole("button", { name: "Leave" }).click();
    await entered.getByRole("button", { name: "Enter operator area" }).waitFor();
  },
);

async function changeLimit(on: Page): Promise<void> {
  await on.goto("/operator/limits");
  await on.getByRole("searchbox", { name: "Find a limit" }).fill("namespacesPerAccount");
  await on.getByRole("button", { name: "Change" }).click();
  const dialog = on.getByRole("dialog");
  await dialog.getByLabel("At most").fill("77");
  await dialog.getByRole("button", { name: "Set limit" }).click();
  await on
    .getByRole("row", { name: /namespacesPerAccount/ })
    .getByText("77")
    .waitFor();
  await lookAt(on, "operator-limits");
}

/** From the password and a recovery code: this browser has no authenticator. */
async function comeInAgain(on: Page): Promise<void> {
  await on.goto("/sign-in");
  await on.getByLabel("Email address").fill(olga.email);
  await on.getByLabel("Password").fill(olga.password);
  await on.getByRole("button", { name: "Sign in" }).click();
  await on.getByLabel("Code").fill(await recoveryCode());
  await on.getByRole("button", { name: "Sign in", exact: true }).click();
  await on.getByRole("navigation", { name: "Sections" }).waitFor({ state: "attached" });
}

let codes: string[] = [];

/** The passkey is removed and added again, which makes new codes; each is good once. */
async function recoveryCode(): Promise<string> {
  if (codes.length === 0) {
    await page.goto("/security");
    await page.getByRole("button", { name: "Remove" }).click();
    const removal = page.getByRole("dialog", { name: /Remove/ });
    await removal.getByLabel("Password").fill(PASSWORD);
    await removal.getByRole("button", { name: "Remove passkey" }).click();
    await page.getByRole("heading", { name: "You have no passkey yet" }).waitFor();
    await device.send("WebAuthn.disable");
    device = await addAuthenticator(page, true);
    await page.getByRole("button", { name: "Add passkey" }).click();
    const dialog = page.getByRole("dialog", { name: "Add passkey" });
    await dialog.getByLabel("Password").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Add passkey" }).click();
    await dialog.getByRole("button", { name: "I have kept them" }).waitFor();
    codes = (await dialog.locator("pre").innerText()).trim().split("\n");
    await dialog.getByRole("button", { name: "I have kept them" }).click();
  }
  return codes.shift() ?? "";
}

test("no policy refused anything, no script failed, and no passkey is in the browser's storage", async () => {
  expect(world.complaints).toEqual([]);
  const kept = (await page.evaluate(
    "JSON.stringify([{ ...localStorage }, { ...sessionStorage }])",
  )) as string;
  expect(kept).not.toMatch(/passkey|challenge|operator/i);
});
