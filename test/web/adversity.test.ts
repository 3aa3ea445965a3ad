// What goes wrong, as people meet it: a reader who forges calls, two tabs that change one thing, a session that ended under
// a page, an API that is away and comes back, and names that are markup.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { comeIn, createNamespace, followMail, PASSWORD, signIn, type Credentials } from "./person-acts.ts";

const LIMIT_MS = 240_000;
const HOSTILE = `"><svg onload=document.title='owned'>{{7*7}}`;
const READER = { email: "rea@example.com", password: PASSWORD };

let world: ConsoleWorld;
let page: Page;
let owner: Credentials;
let namespace: string;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person()).page;
  owner = await comeIn(page, "ada@example.com");
  namespace = await createNamespace(page, "orders");
}, LIMIT_MS);

afterAll(() => world.stop());

/** A call as the page itself would make it, with the session's own CSRF token. */
async function forge(on: Page, method: string, path: string, body?: object): Promise<number> {
  const call = JSON.stringify({ method, path, body: body === undefined ? undefined : JSON.stringify(body) });
  return (await on.evaluate(`(async () => {
    const { method, path, body } = ${call};
    const { csrfToken } = await (await fetch("/api/v1/sessions/current")).json();
    const headers = { "x-csrf-token": csrfToken, "content-type": "application/json" };
    return (await fetch(path, { method, body, headers })).status;
  })()`)) as number;
}

test(
  "a reader sees no buttons that would be refused, and is refused when they forge the calls",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/people/users");
    await page.getByRole("button", { name: "Invite user" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite user" });
    await dialog.getByLabel("Email address").fill(READER.email);
    await dialog.getByRole("button", { name: "Send invitation" }).click();
    await page.getByText("Invitation sent", { exact: true }).first().waitFor();
    const reader = (await world.person()).page;
    await followMail(reader, READER.email);
    await reader.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await reader.getByRole("button", { name: "Accept invitation" }).click();
    await reader.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(reader, READER);

    await reader.goto("/people/users");
    await reader.getByRole("row", { name: /ada@example.com/ }).click();
    await reader.getByRole("heading", { level: 1, name: "ada@example.com" }).waitFor();
    await reader.getByRole("heading", { name: "May do, and why" }).waitFor();
    for (const name of ["Save access", "Suspend user", "Delete user"])
      expect([name, await reader.getByRole("button", { name }).count()]).toEqual([name, 0]);
    const rail = reader.getByRole("navigation", { name: "Sections" });
    for (const name of ["Audit log", "Operator area"])
      expect([name, await rail.getByRole("link", { name }).count()]).toEqual([name, 0]);

    const userId = reader.url().split("/").at(-1) ?? "";
    const access = { accountAccess: { role: "ROLE_OWNER" } };
    const forged: [string, string, object?][] = [
      ["POST", "/cloud/users", { spec: { email: "mate@example.com", access } }],
      [
        "POST",
        `/cloud/users/${userId}`,
        { spec: { email: "ada@example.com", access }, resourceVersion: "1" },
      ],
      ["POST", `/api/v1/users/${userId}/suspend`, { resourceVersion: "1" }],
      ["DELETE", `/cloud/users/${userId}?resourceVersion=1`],
      ["GET", "/cloud/audit-logs"],
      ["POST", "/api/v1/sign-in-policy", { spec: { secondFactorRequired: true }, resourceVersion: "1" }],
      ["POST", "/api/v1/identity-provider", { spec: {} }],
      ["DELETE", `/cloud/namespaces/${namespace}?resourceVersion=1`],
    ];
    for (const [method, path, body] of forged)
      expect([method, path, await forge(reader, method, path, body)]).toEqual([method, path, 403]);
  },
);

test(
  "of two tabs that change one thing, the second is told and nothing is overwritten",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/projects");
    await page.getByRole("button", { name: "Create project" }).click();
    const dialog = page.getByRole("dialog", { name: "Create project" });
    await dialog.getByLabel("Name", { exact: true }).fill("Checkout");
    await dialog.getByRole("button", { name: "Create project" }).click();
    await page.getByRole("link", { name: "Checkout" }).click();
    await page.getByRole("button", { name: "Save project" }).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel("Description").fill("from the other tab");
    // This tab hears of nothing while the other one saves.
    await page.route("**/cloud/projects/*", (route) =>
      route.request().method() === "GET" ? route.abort() : route.continue(),
    );
    await other.getByRole("button", { name: "Save project" }).click();
    await other.getByText("Project changed", { exact: true }).first().waitFor();
    await page.getByLabel("Description").fill("from this tab");
    await page.getByRole("button", { name: "Save project" }).click();
    await page.getByRole("alert").getByText("The project was not saved").waitFor();
    await page.unroute("**/cloud/projects/*");
    await other.reload();
    expect(await other.getByLabel("Description").inputValue()).toBe("from the other tab");
    await other.close();
  },
);

test(
  "a session that ended under a page leads to sign-in, and back to the page",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/limits");
    await page.getByRole("row", { name: /namespacesPerAccount/ }).waitFor();
    await page.context().clearCookies();
    await page.getByRole("link", { name: "Approvals" }).click();
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await signIn(page, owner);
    await page.getByRole("heading", { level: 1, name: "Approvals" }).waitFor();
  },
);

test(
  "an API that is away is told about, and the page recovers by itself when it is back",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/limits");
    await page.getByRole("row", { name: /namespacesPerAccount/ }).waitFor();
    await page.context().route(/\/(api|cloud)\//, (route) => route.abort("connectionrefused"));
    await page.getByRole("link", { name: "Projects" }).click();
    await page
      .getByRole("alert")
      .getByText(/cannot be reached/)
      .waitFor();
    await page.context().unroute(/\/(api|cloud)\//);
    await page.getByRole("link", { name: "Checkout" }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  },
);

test(
  "names that are markup are shown as text on every page that shows them",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/projects");
    await page.getByRole("button", { name: "Create project" }).click();
    const dialog = page.getByRole("dialog", { name: "Create project" });
    await dialog.getByLabel("Name", { exact: true }).fill("Hostile");
    await dialog.getByLabel("Description").fill(HOSTILE);
    await dialog.getByRole("button", { name: "Create project" }).click();
    await page.getByText(HOSTILE).waitFor();
    await page.goto("/people/roles");
    await page.getByRole("button", { name: "Create custom role" }).click();
    const role = page.getByRole("dialog", { name: "Create custom role" });
    await role.getByLabel("Name", { exact: true }).fill(HOSTILE);
    await role.getByRole("checkbox", { name: "auditlog.list", exact: true }).click();
    await role.getByRole("button", { name: "Create custom role" }).click();
    await page.getByRole("heading", { level: 1, name: HOSTILE }).waitFor();
    await page.goto("/audit");
    await page
      .getByRole("row", { name: /CreateCustomRole/ })
      .first()
      .click();
    await page.getByRole("complementary", { name: "Details" }).getByText(HOSTILE).first().waitFor();
    expect(await page.evaluate("document.querySelectorAll('svg[onload]').length")).toBe(0);
    expect(await page.title()).not.toBe("owned");
  },
);

test("no script failed, no policy was broken, nothing was asked of others", () => {
  expect(world.complaints).toEqual([]);
});
