// Somebody of the owner's account who may look into one namespace and change nothing: invited by the API, as there may be
// no page for it, and come in by the mail's link as people do.
import type { Page } from "playwright-core";
import { PASSWORD, signIn } from "./person-acts.ts";

/** `owner` is signed in; `page` is the reader's own browser, which is signed in afterwards. */
export async function inviteReader(
  { owner, page }: { owner: Page; page: Page },
  namespace: string,
  email = "rea@example.com",
): Promise<void> {
  const access = {
    accountAccess: { role: "ROLE_READ" },
    namespaceAccesses: { [namespace]: { permission: "PERMISSION_READ" } },
  };
  const status = await owner.evaluate(inviting({ spec: { email, access } }));
  if (status !== 200) throw new Error(`the invitation was answered ${String(status)}`);
  await page.goto("/mailbox");
  await page.getByRole("article").filter({ hasText: email }).getByRole("link").first().click();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await signIn(page, { email, password: PASSWORD });
}

/** Runs in the owner's page, whose session it uses. */
function inviting(body: object): string {
  return `(async () => {
    const session = await (await fetch("/api/v1/sessions/current")).json();
    const answer = await fetch("/cloud/users", {
      method: "POST",
      headers: { "content-type": "application/json", "x-csrf-token": session.csrfToken },
      body: ${JSON.stringify(JSON.stringify(body))},
    });
    return answer.status;
  })()`;
}
