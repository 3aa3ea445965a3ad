// Calls of the API as a page's own script makes them: with the session's cookie and token. For what a test needs and no
// click is about, and for what a person might forge.
import type { Page } from "playwright-core";

export interface ApiAnswer {
  status: number;
  body: Record<string, unknown>;
}

export async function callApi(
  page: Page,
  method: "GET" | "POST",
  path: string,
  body?: object,
): Promise<ApiAnswer> {
  return page.evaluate(
    async (asked) => {
      const session = await fetch("/api/v1/sessions/current");
      const { csrfToken = "" } = (await session.json()) as { csrfToken?: string };
      const answer = await fetch(asked.path, {
        method: asked.method,
        headers: { "content-type": "application/json", "x-csrf-token": csrfToken },
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    { method, path, body },
  );
}
