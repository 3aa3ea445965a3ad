// /v1/billing/credit_grants: credit that pays for metered usage when an invoice becomes final, and the balance of it.
import type { Emulator } from "../emulator.ts";
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { CreditGrant, Invoice } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { itemsOf } from "./invoice-items.ts";

const PATH = "/v1/billing/credit_grants";
const PRIORITY_DEFAULT = 50;

function showGrant(grant: CreditGrant): unknown {
  const { used: _used, ...shown } = grant;
  return { ...shown, applicability_config: { scope: { price_type: "metered" } }, livemode: false };
}

export const creditGrantRoutes: Route[] = [
  { method: "POST", path: PATH, run: create },
  { method: "GET", path: PATH, run: list },
  {
    method: "GET",
    path: `${PATH}/:id`,
    run: ({ emulator, id }) => showGrant(findObject(emulator, "credit_grants", id())),
  },
  { method: "POST", path: `${PATH}/:id`, run: update },
  { method: "POST", path: `${PATH}/:id/void`, run: (call) => end(call, "voided_at") },
  { method: "POST", path: `${PATH}/:id/expire`, run: (call) => end(call, "expires_at") },
  { method: "GET", path: "/v1/billing/credit_balance_summary", run: summary },
];

function create({ emulator, params }: RouteCall): unknown {
  const customer = findObject(emulator, "customers", params.required("customer"));
  params.object("applicability_config").object("scope").oneOf("price_type", ["metered"]);
  const amount = params.object("amount");
  amount.oneOf("type", ["monetary"]);
  const monetary = amount.object("monetary");
  const value = monetary.integer("value") ?? 0;
  if (value <= 0) throw invalidRequest("The amount must be positive.", { param: "amount[monetary][value]" });
  const priority = params.integer("priority") ?? PRIORITY_DEFAULT;
  if (priority < 0 || priority > 100) throw invalidRequest("Invalid priority.", { param: "priority" });
  const now = emulator.now(customer.test_clock);
  const grant: CreditGrant = {
    id: emulator.newId("credgr"),
    object: "billing.credit_grant",
    amount: { type: "monetary", monetary: { currency: monetary.required("currency"), value } },
    category: params.oneOf("category", ["paid", "promotional"]) ?? "promotional",
    created: now,
    customer: customer.id,
    effective_at: params.integer("effective_at") ?? now,
    expires_at: params.integer("expires_at") ?? null,
    metadata: params.metadata(),
    name: params.string("name") ?? null,
    priority,
    test_clock: customer.test_clock,
    updated: now,
    used: {},
    voided_at: null,
  };
  emulator.store.put("credit_grants", grant);
  emulator.emit("billing.credit_grant.created", showGrant(grant));
  return showGrant(grant);
}

function list({ emulator, params }: RouteCall): unknown {
  const customer = params.string("customer");
  const matching = emulator.store
    .all("credit_grants")
    .filter((grant) => customer === undefined || grant.customer === customer);
  return listPage(matching, params, { url: PATH, show: showGrant });
}

function update({ emulator, params, id }: RouteCall): unknown {
  const before = findObject(emulator, "credit_grants", id());
  const changed: CreditGrant = {
    ...before,
    metadata: params.metadata(before["metadata"] as Record<string, string>),
    expires_at: params.integer("expires_at") ?? before.expires_at,
  };
  emulator.store.put("credit_grants", changed);
  emulator.emit("billing.credit_grant.updated", showGrant(changed));
  return showGrant(changed);
}

function end({ emulator, id }: RouteCall, field: "voided_at" | "expires_at"): unknown {
  const before = findObject(emulator, "credit_grants", id());
  if (before.voided_at !== null) throw invalidRequest("This credit grant is voided already.");
  if (field === "voided_at" && Object.keys(before.used).length > 0) {
    throw invalidRequest("A credit grant that was applied to an invoice can't be voided.");
  }
  const now = emulator.now(findObject(emulator, "customers", before.customer).test_clock);
  const ended: CreditGrant = { ...before, [field]: now };
  emulator.store.put("credit_grants", ended);
  emulator.emit("billing.credit_grant.updated", showGrant(ended));
  return showGrant(ended);
}

function summary({ emulator, params }: RouteCall): unknown {
  const customer = findObject(emulator, "customers", params.required("customer"));
  const filter = params.object("filter");
  filter.oneOf("type", ["applicability_scope", "credit_grant"]);
  filter.object("applicability_scope").oneOf("price_type", ["metered"]);
  const only = filter.string("credit_grant");
  const now = emulator.now(customer.test_clock);
  const value = usable(emulator, customer.id, now)
    .filter((grant) => only === undefined || grant.id === only)
    .reduce((sum, grant) => sum + balanceOf(grant), 0);
  const amount = { type: "monetary", monetary: { currency: "usd", value } };
  return {
    object: "billing.credit_balance_summary",
    balances: [{ available_balance: amount, ledger_balance: amount }],
    customer: customer.id,
    livemode: false,
  };
}

/** Uses grants up for the metered items of an invoice that becomes final. Answers how much they paid. */
export function payWithCredits(emulator: Emulator, invoice: Invoice, now: number): number {
  let left = itemsOf(emulator, invoice.id)
    .filter((item) => item.metered !== null)
    .reduce((sum, item) => sum + item.amount, 0);
  let paid = 0;
  for (const grant of usable(emulator, invoice.customer, now)) {
    const part = Math.min(balanceOf(grant), left);
    if (part <= 0) continue;
    emulator.store.put("credit_grants", { ...grant, used: { ...grant.used, [invoice.id]: part } });
    left -= part;
    paid += part;
  }
  return paid;
}

function balanceOf(grant: CreditGrant): number {
  return grant.amount.monetary.value - Object.values(grant.used).reduce((sum, part) => sum + part, 0);
}

/** In the order of their use. */
function usable(emulator: Emulator, customer: string, now: number): CreditGrant[] {
  return emulator.store
    .all("credit_grants")
    .filter(
      (grant) =>
        grant.customer === customer &&
        grant.voided_at === null &&
        grant.effective_at <= now &&
        (grant.expires_at ?? Infinity) > now,
    )
    .sort(
      (a, b) =>
        a.priority - b.priority ||
        Math.sign((a.expires_at ?? 1e12) - (b.expires_at ?? 1e12)) ||
        (a.category === b.category ? 0 : a.category === "promotional" ? -1 : 1) ||
        a.effective_at - b.effective_at,
    );
}
