// Corrections of a closed invoice by name: how much, why, and on which invoice they are settled.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";
import { moneyOfCents } from "#format/money";
import type { Invoice } from "./billing-facts.ts";

const READ = 200;

export function InvoiceAdjustments({ invoice }: { invoice: Invoice }): ReactNode {
  const { data } = api.useQuery("get", "/api/v1/billing/adjustments", {
    params: { query: { pageSize: READ } },
  });
  const own = (data?.adjustments ?? []).filter(({ invoiceId }) => invoiceId === invoice.invoiceId);
  if (own.length === 0) return null;
  const money = (cents: number | undefined): string => moneyOfCents(cents ?? 0, invoice.currency);
  return (
    <Section
      title="Adjustments"
      layout="stacked"
      text="A closed period never changes: what was wrong is corrected by name, on a later invoice or by a credit note."
    >
      <SimpleTable
        label="Adjustments"
        headers={["When", "Reason", "Amount", "Not settled yet", "Settled on"]}
        figures={[2, 3]}
        rows={own.map(
          ({ adjustmentId = "", createdTime, reason, amountCents, openCents, settledOn = [] }) => ({
            key: adjustmentId,
            cells: [
              <Timestamp key="when" at={createdTime} />,
              reason,
              money(amountCents),
              money(openCents),
              settledOn.length === 0
                ? "not yet"
                : settledOn.map((id) => (
                    <Link key={id} to="/billing/invoices/$invoiceId" params={{ invoiceId: id }}>
                      {id}
                    </Link>
                  )),
            ],
          }),
        )}
      />
    </Section>
  );
}
