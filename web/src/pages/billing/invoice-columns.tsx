// The columns of the list of invoices.
import { Figure } from "#components/figure";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { moneyOfCents } from "#format/money";
import { periodName, utcDay, type Invoice } from "./billing-facts.ts";
import { InvoiceState } from "./invoice-state.tsx";

export const INVOICE_COLUMNS: readonly Column<Invoice>[] = [
  {
    id: "period",
    header: "Period",
    width: 180,
    cell: ({ periodStart }) => periodName(periodStart),
    text: ({ periodStart }) => utcDay(periodStart),
  },
  {
    id: "state",
    header: "State",
    width: 150,
    cell: ({ state }) => <InvoiceState state={state} />,
    text: ({ state = "" }) => state,
  },
  {
    id: "total",
    header: "Total",
    width: 130,
    align: "end",
    cell: ({ totalCents = 0, currency, state }) => (
      <Figure
        value={moneyOfCents(totalCents, currency)}
        {...(state === "DRAFT" ? { changesUntil: "Not final until the invoice is issued." } : {})}
      />
    ),
    text: ({ totalCents = 0, currency }) => moneyOfCents(totalCents, currency),
  },
  {
    id: "credit",
    header: "Paid by credits",
    width: 140,
    align: "end",
    cell: ({ creditCents = 0, currency }) => moneyOfCents(creditCents, currency),
    text: ({ creditCents = 0, currency }) => moneyOfCents(creditCents, currency),
  },
  {
    id: "paid",
    header: "Paid",
    width: 140,
    cell: ({ paidTime }) => <Timestamp at={paidTime} />,
    text: ({ paidTime = "" }) => paidTime,
  },
  {
    id: "book",
    header: "Price book",
    width: 160,
    isHidden: true,
    cell: ({ priceBook }) => <code>{priceBook}</code>,
    text: ({ priceBook = "" }) => priceBook,
  },
  {
    id: "id",
    header: "Invoice",
    width: 300,
    cell: ({ invoiceId }) => <code>{invoiceId}</code>,
    text: ({ invoiceId = "" }) => invoiceId,
  },
];
