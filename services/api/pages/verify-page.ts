// "/verify?token=": confirms an email address by a click, because mail scanners follow links by GET.
import { html, page } from "./html.ts";

export function verifyPage(token: string): string {
  if (token === "") return resultPage("This link is not complete", "Open the link from the mail as a whole.");
  return page(
    "Confirm your email address",
    html`<p>One click, and your account is made.</p>
      <form method="post" action="/verify">
        <input type="hidden" name="token" value="${token}" />
        <button type="submit">Confirm email address</button>
      </form>`,
  );
}

export function resultPage(title: string, text: string): string {
  return page(title, html`<p>${text}</p>`);
}
