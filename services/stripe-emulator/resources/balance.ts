// /v1/balance: what was paid so far, by currency.
import type { Route, RouteCall } from "../http/route.ts";

export const balanceRoutes: Route[] = [{ method: "GET", path: "/v1/balance", run: show }];

function show({ emulator }: RouteCall): unknown {
  const byCurrency = new Map<string, number>([["usd", 0]]);
  for (const { currency, amount_paid: paid } of emulator.store.all("invoices")) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + paid);
  }
  const available = [...byCurrency].map(([currency, amount]) => ({
    amount,
    currency,
    source_types: { card: amount },
  }));
  return { object: "balance", available, livemode: false, pending: [{ amount: 0, currency: "usd" }] };
}
