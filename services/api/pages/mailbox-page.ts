// "/mailbox": the mails that a standalone cloud keeps, newest first, with their links to follow.
import type { cloudV1 } from "#contracts";
import { msOfTimestamp } from "#contracts";
import { html, page, type Html } from "./html.ts";

export function mailboxPage(mails: readonly cloudV1.IMail[], publicUrl: string): string {
  if (mails.length === 0)
    return page("Mailbox", html`<p>No mail yet. Sign up, and the verification mail appears here.</p>`);
  return page("Mailbox", html`${mails.map((mail) => mailEntry(mail, publicUrl))}`);
}

function mailEntry(mail: cloudV1.IMail, publicUrl: string): Html {
  const sent = new Date(msOfTimestamp(mail.sentTime) ?? 0).toISOString().replace("T", " ").slice(0, 19);
  return html`<h2>${mail.subject ?? ""}</h2>
    <p class="muted">to ${mail.to ?? ""} · ${sent} UTC</p>
    <pre>${linked(mail.text ?? "", publicUrl)}</pre>`;
}

/** The text with the links into this cloud made clickable; other links stay text. */
function linked(text: string, publicUrl: string): Html[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((part, index) => {
    const isOwnLink = index % 2 === 1 && part.startsWith(`${publicUrl.replace(/\/$/, "")}/`);
    return isOwnLink ? html`<a href="${part}">${part}</a>` : html`${part}`;
  });
}
