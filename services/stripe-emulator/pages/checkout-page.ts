// Checkout in mode setup, as a person sees it: test cards to choose from instead of a number to type in.
import type { Emulator } from "../emulator.ts";
import { completeSession } from "../resources/checkout-sessions.ts";
import { escape, NOT_FOUND, page, type Page } from "./html.ts";

const CARDS = {
  pm_card_visa: "Visa 4242: every charge is paid",
  pm_card_mastercard: "Mastercard 4444: every charge is paid",
  pm_card_chargeCustomerFail: "Visa 0341: every charge is declined",
} as const;

export function showCheckout(emulator: Emulator, sessionId: string): Page {
  const session = emulator.store.find("checkout_sessions", sessionId);
  if (session?.status !== "open") return NOT_FOUND;
  const choices = Object.entries(CARDS).map(
    ([card, label], index) =>
      `<p><label><input type="radio" name="card" value="${card}"${index === 0 ? " checked" : ""}> ${escape(label)}</label></p>`,
  );
  const back = escape(String(session["success_url"]));
  return page(
    "Save a test card",
    `<form method="post">${choices.join("")}<p><button>Save card</button> <a href="${back}">Cancel</a></p></form>`,
  );
}

export function finishCheckout(emulator: Emulator, sessionId: string, form: URLSearchParams): Page {
  const session = emulator.store.find("checkout_sessions", sessionId);
  const card = Object.keys(CARDS).find((each) => each === form.get("card"));
  if (session?.status !== "open" || card === undefined) return NOT_FOUND;
  emulator.store.transaction(() => {
    emulator.source = { id: null, idempotency_key: null };
    completeSession(emulator, sessionId, card);
  });
  return { ...page("The card is saved", ""), status: 303, location: String(session["success_url"]) };
}
