// A form behind a mail's link as a page, and the page that tells how it went.
import { html, page } from "./html.ts";
import type { LinkForm } from "./link-forms.ts";

export function linkFormPage(form: LinkForm, token: string): string {
  if (form.hasToken && token === "") {
    return resultPage("This link is not complete", "Open the link from the mail as a whole.");
  }
  const fields = form.fields.map(
    ({ name, label, type, autocomplete }) =>
      html`<p>
        <label
          >${label} <input name="${name}" type="${type}" autocomplete="${autocomplete}" required
        /></label>
      </p>`,
  );
  return page(
    form.title,
    html`<p>${form.text}</p>
      <form method="post" action="${form.path}">
        <input type="hidden" name="token" value="${token}" />
        ${fields}
        <button type="submit">${form.button}</button>
      </form>`,
  );
}

export function resultPage(title: string, text: string): string {
  return page(title, html`<p>${text}</p>`);
}
