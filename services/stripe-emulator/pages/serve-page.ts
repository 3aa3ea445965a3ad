// Which page is asked for, if any: those that Stripe hosts and an installation without Stripe has nowhere else. Who has the
// address of one may see it, as at Stripe.
import type { ServerResponse } from "node:http";
import type { Emulator } from "../emulator.ts";
import { finishCheckout, showCheckout } from "./checkout-page.ts";
import type { Page } from "./html.ts";
import { showPortal } from "./portal-page.ts";

export const CHECKOUT_PATH = "/c/pay/";
export const PORTAL_PATH = "/p/session/";

export function servePage(
  emulator: Emulator,
  request: { method: string; path: string; body: string },
): Page | undefined {
  const { method, path, body } = request;
  const isForm = method === "POST";
  if (method !== "GET" && !isForm) return undefined;
  if (path.startsWith(CHECKOUT_PATH)) {
    const id = path.slice(CHECKOUT_PATH.length);
    return isForm ? finishCheckout(emulator, id, new URLSearchParams(body)) : showCheckout(emulator, id);
  }
  return !isForm && path.startsWith(PORTAL_PATH)
    ? showPortal(emulator, path.slice(PORTAL_PATH.length))
    : undefined;
}

export function sendPage(response: ServerResponse, { status, html, location }: Page): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action *",
    "cache-control": "no-store",
    ...(location === undefined ? {} : { location }),
  });
  response.end(html);
}
