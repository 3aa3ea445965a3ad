// A page of the emulator: plain, without scripts, everything in it escaped.

export interface Page {
  status: number;
  html: string;
  /** Sends the browser on instead. */
  location?: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** `body` is HTML. */
export function page(title: string, body: string, status = 200): Page {
  const style = "body{font:16px/1.5 system-ui,sans-serif;margin:4rem auto;max-width:32rem;padding:0 1rem}";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head>
<body><main><h1>${escape(title)}</h1>${body}<p><small>This is the payment provider's emulator: no money moves.</small></p></main></body></html>`;
  return { status, html };
}

export const NOT_FOUND = page("This page has expired", "<p>Go back and begin again.</p>", 404);
