// The account's pages by clicking: people invited, given access and suspended; groups, service accounts and roles; why
// somebody may do something; a second factor; policies under which a deletion waits; the trail. Every page is held to axe.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, STEP_MS } from "../../services/domain/second-factors/time-code.ts";
import { lookAt } from "./accessible.ts";
import { startConsoleWorld, type ConsoleWorld } from "./console-world.ts";
import { comeIn, createNamespace, followMail, PASSWORD, signIn, type Credentials } from "./person-acts.ts";

const LIMIT_MS = 240_000;
/** Shown as text wherever it comes from: names are hostile. */
const HOSTILE = `<img src=x onerror="document.title='owned'">`;

let world: ConsoleWorld;
let page: Page;
let namespace: string;
let owner: Credentials;

beforeAll(async () => {
  world = await startConsoleWorld();
  page = (await world.person({ viewport: { width: 1440, height: 900 } })).page;
  owner = await comeIn(page, "ada@example.com");
  namespace = await createNamespace(page, "orders");
}, LIMIT_MS);

afterAll(() => world.stop());

async function choose(
  within: Page | ReturnType<Page["getByRole"]>,
  label: string,
  choice: string,
): Promise<void> {
  await within.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: choice, exact: false }).first().click();
}

const said = (words: string) => page.getByText(words, { exact: true }).first().waitFor();

test(
  "a person is invited with access to one namespace, comes in, and sees no more than that",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/people/users");
    await page.getByRole("row", { name: /ada@example.com/ }).waitFor();
    await lookAt(page, "users");
    await page.getByRole("button", { name: "Invite user" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite user" });
    await dialog.getByLabel("Email address").fill("rae@example.com");
    await choose(dialog, "Account role", "None");
    await choose(dialog, "Add a namespace", namespace);
    await lookAt(page, "user-invite");
    await dialog.getByRole("button", { name: "Send invitation" }).click();
    await said("Invitation sent");

    const guest = (await world.person()).page;
    await followMail(guest, "rae@example.com");
    await guest.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await guest.getByRole("button", { name: /Accept|Join|Set/ }).click();
    await guest.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(guest, { email: "rae@example.com", password: PASSWORD });
    await guest.goto("/namespaces");
    await guest.getByRole("row", { name: new RegExp(namespace) }).waitFor();
    const sections = guest.getByRole("navigation", { name: "Sections" });
    expect(await sections.getByRole("link", { name: "Audit log" }).count()).toBe(0);
    expect(await sections.getByRole("link", { name: "People" }).count()).toBe(0);
    await guest.goto("/audit");
    await guest.getByRole("alert").getByText("Ask somebody with the role for it").waitFor();
  },
);

test(
  "what somebody may do is told with its reason, and access that changes is told anew",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/people/users");
    await page.getByRole("row", { name: /rae@example.com/ }).click();
    await page.getByRole("heading", { level: 1, name: "rae@example.com" }).waitFor();
    await choose(page, "Where", namespace);
    await page
      .getByRole("row", { name: /cloud.workflow.read/ })
      .getByText(`read on ${namespace}`)
      .waitFor();
    await lookAt(page, "user");
    await choose(page, "Account role", "Developer");
    await page.getByRole("button", { name: "Save access" }).click();
    await said("Access changed");
    await page
      .getByRole("row", { name: /cloud.namespace.create/ })
      .getByText("account role developer")
      .waitFor();
  },
);

test(
  "a suspended person is out and cannot come in until they are restored",
  { timeout: LIMIT_MS },
  async () => {
    await page.getByRole("button", { name: "Suspend user" }).click();
    const dialog = page.getByRole("dialog", { name: "Suspend rae@example.com" });
    await dialog.getByLabel(/to confirm/).fill("rae@example.com");
    await dialog.getByRole("button", { name: "Suspend user" }).click();
    await page.locator('[data-status="canceled"]', { hasText: "Suspended" }).waitFor();
    const guest = (await world.person()).page;
    await guest.goto("/sign-in");
    await guest.getByLabel("Email address").fill("rae@example.com");
    await guest.getByLabel("Password").fill(PASSWORD);
    await guest.getByRole("button", { name: "Sign in" }).click();
    await guest.getByRole("alert").getByText("not right").waitFor();
    await page.getByRole("button", { name: "Restore user" }).click();
    await page.locator('[data-status="completed"]', { hasText: "Active" }).waitFor();
  },
);

test("a group gives its members what it has, and says so", { timeout: LIMIT_MS }, async () => {
  await page.goto("/people/groups");
  await page.getByRole("button", { name: "Create group" }).click();
  const dialog = page.getByRole("dialog", { name: "Create group" });
  await dialog.getByLabel("Name", { exact: true }).fill("platform");
  await choose(dialog, "Account role", "Finance admin");
  await dialog.getByRole("button", { name: "Create group" }).click();
  await page.getByRole("row", { name: /platform/ }).waitFor();
  await lookAt(page, "groups");
  await page.getByRole("row", { name: /platform/ }).click();
  await choose(page, "Add a member", "rae@example.com");
  await page.getByRole("link", { name: "rae@example.com" }).click();
  await page.getByRole("heading", { level: 1, name: "rae@example.com" }).waitFor();
  await page.getByText("account role finance_admin, by group platform").first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "platform" }).waitFor();
  await lookAt(page, "group");
});

test(
  "a service account has a key of its own, and its hostile description is text",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/people/service-accounts");
    await page.getByRole("heading", { name: "No service account yet" }).waitFor();
    await lookAt(page, "service-accounts-empty");
    await page.getByRole("button", { name: "Create service account" }).click();
    const dialog = page.getByRole("dialog", { name: "Create service account" });
    await dialog.getByLabel("Name", { exact: true }).fill("orders-worker");
    await dialog.getByLabel("Description").fill(HOSTILE);
    await dialog.getByRole("button", { name: "Create service account" }).click();
    await page.getByRole("row", { name: /orders-worker/ }).click();
    await page.getByText(HOSTILE).first().waitFor();
    await page.getByRole("button", { name: "Create API key" }).click();
    const keyDialog = page.getByRole("dialog", { name: "Create API key" });
    await keyDialog.getByRole("button", { name: "Create API key" }).click();
    await keyDialog.getByRole("button", { name: "Copy the key" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("table").getByText("orders-worker-key").waitFor();
    await lookAt(page, "service-account");
    expect(await page.title()).not.toBe("owned");
  },
);

test(
  "access to a namespace is given to a service account and taken away",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto(`/namespaces/${namespace}/access`);
    const others = page.getByRole("region", { name: "Groups and service accounts" });
    await others.getByRole("button", { name: "Give access" }).click();
    const dialog = page.getByRole("dialog", { name: "Give access to this namespace" });
    await choose(dialog, "Who", "orders-worker");
    await choose(dialog, "May", "Write");
    await dialog.getByRole("button", { name: "Give access" }).click();
    const row = others.getByRole("row", { name: /orders-worker/ });
    await row.getByRole("combobox").getByText("Write").waitFor();
    await lookAt(page, "namespace-access-given");
    await row.getByRole("button", { name: "Take away" }).click();
    await row.getByRole("button", { name: "Take away" }).waitFor({ state: "hidden" });
  },
);

test("a custom role is made of actions and changed", { timeout: LIMIT_MS }, async () => {
  await page.goto("/people/roles");
  await page.getByRole("button", { name: "Create custom role" }).click();
  const dialog = page.getByRole("dialog", { name: "Create custom role" });
  await dialog.getByLabel("Name", { exact: true }).fill("auditor");
  await dialog.getByRole("checkbox", { name: "auditlog.list", exact: true }).click();
  await lookAt(page, "role-create");
  await dialog.getByRole("button", { name: "Create custom role" }).click();
  await page.getByRole("heading", { level: 1, name: "auditor" }).waitFor();
  await page.getByRole("checkbox", { name: "auditlog.getSink", exact: true }).click();
  await page.getByRole("button", { name: "Save role" }).click();
  await said("Custom role changed");
  await page.goto("/people/roles");
  await page
    .getByRole("row", { name: /auditor/ })
    .getByText("2")
    .waitFor();
});

test(
  "a second factor is set up with an app, and asked for at the next sign-in",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/security");
    await page.getByRole("row", { name: /this one/ }).waitFor();
    await lookAt(page, "security");
    await page.getByRole("button", { name: "Set up second factor" }).click();
    const dialog = page.getByRole("dialog", { name: "Set up second factor" });
    await dialog.getByLabel("Password").fill(owner.password);
    await dialog.getByRole("button", { name: "Continue" }).click();
    const secret = (await dialog.locator("pre").innerText()).trim();
    await lookAt(page, "second-factor");
    await dialog.getByLabel("Code that the app shows").fill(codeFor(secret, 0));
    await dialog.getByRole("button", { name: "Turn on" }).click();
    await dialog.getByRole("button", { name: "I have kept them" }).waitFor();
    const [recovery = ""] = (await dialog.locator("pre").innerText()).split("\n");
    await dialog.getByRole("button", { name: "I have kept them" }).click();
    await page.getByText("On, 10 recovery codes left").waitFor();

    const again = (await world.person()).page;
    await again.goto("/sign-in");
    await again.getByLabel("Email address").fill(owner.email);
    await again.getByLabel("Password").fill(owner.password);
    await again.getByRole("button", { name: "Sign in" }).click();
    await again.getByLabel("Code").fill(recovery);
    await again.getByRole("button", { name: "Sign in" }).click();
    await again.getByRole("heading", { level: 1, name: "Namespaces" }).waitFor();
  },
);

/** As an authenticator app makes it, some steps from now. */
function codeFor(secret: string, steps: number): string {
  const bits = [...secret.replace(/[\s=]/g, "")].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = (bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return codeOf(Buffer.from(bytes), Math.floor(Date.now() / STEP_MS) + steps);
}

test.each([
  ["security/api-keys", "Your keys"],
  ["security/single-sign-on", "OpenID Connect provider"],
  ["security/directory", "Tokens"],
  ["security/gate", "Directory"],
  ["people/preview", "May do, and why"],
  ["audit/sinks", "Add a sink"],
  ["approvals/policies", "Policies"],
])("the page %s opens by its address and has no barrier", { timeout: LIMIT_MS }, async (path, heading) => {
  await page.goto(`/${path}`);
  await page.getByRole("heading", { name: heading, exact: true }).waitFor();
  await lookAt(page, path.replace("/", "-"));
});

test(
  "a directory's token is shown once, and a provider that does not fit says where",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/security/directory");
    await page.getByRole("button", { name: "Create token" }).click();
    const dialog = page.getByRole("dialog", { name: "Create token" });
    await dialog.getByLabel("Name", { exact: true }).fill("Okta");
    await dialog.getByRole("button", { name: "Create token" }).click();
    await dialog.getByRole("button", { name: "Copy the token" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("row", { name: /Okta/ }).waitFor();
    await page.goto("/security/single-sign-on");
    await page.getByLabel("Issuer").fill("http://login.example.com");
    await page.getByLabel("Client id").fill("cellplane");
    await page.getByLabel("Domains of addresses").fill("example.com");
    await page.getByRole("button", { name: "Save provider" }).click();
    await page.locator('input[name="issuer"][data-invalid]').waitFor();
  },
);

test(
  "under a policy a deletion waits; somebody else rejects it with a reason",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/people/users");
    await page.getByRole("button", { name: "Invite user" }).click();
    const invite = page.getByRole("dialog", { name: "Invite user" });
    await invite.getByLabel("Email address").fill("bob@example.com");
    await choose(invite, "Account role", "Owner");
    await invite.getByRole("button", { name: "Send invitation" }).click();
    const other = (await world.person()).page;
    await followMail(other, "bob@example.com");
    await other.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await other.getByRole("button", { name: /Accept|Join|Set/ }).click();
    await other.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(other, { email: "bob@example.com", password: PASSWORD });

    await page.goto("/approvals/policies");
    await page.getByRole("button", { name: "Create policy" }).click();
    const policy = page.getByRole("dialog", { name: "Create policy" });
    await policy.getByLabel("Name", { exact: true }).fill("production");
    await lookAt(page, "policy-create");
    await policy.getByRole("button", { name: "Create policy" }).click();
    await page.getByRole("row", { name: /production/ }).waitFor();

    await page.goto(`/namespaces/${namespace}/settings`);
    await page.getByRole("button", { name: "Delete namespace" }).click();
    const deletion = page.getByRole("dialog", { name: `Delete ${namespace}` });
    await deletion.getByLabel(/to confirm/).fill(namespace);
    await deletion.getByRole("button", { name: "Delete namespace" }).click();
    await other.goto("/approvals");
    await other.getByRole("row", { name: /DeleteNamespace/ }).click();
    await other.getByLabel(/Comment/).fill("not on a Friday");
    await lookAt(other, "approval");
    await other.getByRole("button", { name: "Reject" }).click();
    await other.locator('[data-status="terminated"]', { hasText: "Rejected" }).waitFor();
    await page.goto("/approvals");
    await page.getByRole("heading", { name: "Nothing waits for approval" }).waitFor();
    await page.goto(`/namespaces/${namespace}`);
    await page.locator('[data-status="completed"]', { hasText: "Active" }).first().waitFor();
  },
);

test("projects, endpoints, rules and limits are made and shown", { timeout: LIMIT_MS }, async () => {
  await page.goto("/projects");
  await page.getByRole("button", { name: "Create project" }).click();
  const project = page.getByRole("dialog", { name: "Create project" });
  await project.getByLabel("Name", { exact: true }).fill("Checkout");
  await project.getByRole("button", { name: "Create project" }).click();
  await page.getByRole("link", { name: "Checkout" }).click();
  await page.getByRole("heading", { level: 1, name: "Checkout" }).waitFor();
  await lookAt(page, "project");
  await page.goto("/nexus");
  await page.getByRole("button", { name: "Create endpoint" }).click();
  const endpoint = page.getByRole("dialog", { name: "Create endpoint" });
  await endpoint.getByLabel("Name", { exact: true }).fill("billing");
  await endpoint.getByLabel("Task queue").fill("billing-workers");
  await endpoint.getByRole("checkbox", { name: namespace }).click();
  await endpoint.getByRole("button", { name: "Create endpoint" }).click();
  await page.getByRole("row", { name: /billing-workers/ }).waitFor();
  await lookAt(page, "nexus");
  await page.goto("/network");
  await page.getByRole("button", { name: "Create rule" }).click();
  await page
    .getByRole("dialog", { name: "Create rule" })
    .getByRole("button", { name: "Create rule" })
    .click();
  await page.getByRole("row", { name: /internet/ }).waitFor();
  await page.getByRole("button", { name: "Networks" }).click();
  const networks = page.getByRole("dialog", { name: "Networks that are admitted" });
  await networks.getByLabel("Networks", { exact: true }).fill("not a network");
  await networks.getByRole("button", { name: "Save networks" }).click();
  await networks
    .getByText(/CIDR|network/i)
    .first()
    .waitFor();
  await page.keyboard.press("Escape");
  await lookAt(page, "network");
  await page.goto("/limits");
  await page.getByRole("row", { name: /namespacesPerAccount/ }).waitFor();
  await lookAt(page, "limits");
});

test(
  "the trail tells who did what with the difference, narrowed to what is sought",
  { timeout: LIMIT_MS },
  async () => {
    await page.goto("/audit");
    await page.getByRole("row").nth(1).waitFor();
    await page.getByRole("searchbox", { name: "Find who, what, where" }).fill("SuspendUser");
    await page.getByRole("row", { name: /SuspendUser/ }).click();
    const details = page.getByRole("complementary", { name: "Details" });
    const change = details.getByRole("row", { name: /^active/ });
    await change.locator("del", { hasText: "true" }).waitFor();
    await change.locator("ins", { hasText: "false" }).waitFor();
    await lookAt(page, "audit");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save what is shown as JSON lines" }).click();
    expect((await download).suggestedFilename()).toBe("audit.jsonl");
  },
);

test("no policy refused anything, no script failed, and nothing was asked of others", () => {
  expect(world.complaints).toEqual([]);
});
