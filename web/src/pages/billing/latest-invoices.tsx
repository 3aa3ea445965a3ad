// The last invoices, each a link.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { moneyOfCents } from "#format/money";
import { periodName } from "./billing-facts.ts";
import { InvoiceState } from "./invoice-state.tsx";

const SHOWN = 3;
const REFETCH_MS = 5_000;

export function LatestInvoices(): ReactNode {
  const { data } = api.useQuery(
    "get",
    "/api/v1/invoices",
    { params: { query: { pageSize: SHOWN } } },
    { refetchInterval: REFETCH_MS },
  );
  const invoices = data?.invoices ?? [];
  if (invoices.length === 0) return null;
  return (
    <Section
      title="Last invoices"
      layout="stacked"
      actions={<ButtonLink to="/billing/invoices">All invoices</ButtonLink>}
    >
      <SimpleTable
        label="Last invoices"
        headers={["Period", "State", "Total"]}
        figures={[2]}
        rows={invoices.map(({ invoiceId = "", periodStart, state, totalCents = 0, currency }) => ({
          key: invoiceId,
          cells: [
            <Link key="period" to="/billing/invoices/$invoiceId" params={{ invoiceId }}>
              {periodName(periodStart)}
            </Link>,
            <InvoiceState key="state" state={state} />,
            moneyOfCents(totalCents, currency),
          ],
        }))}
      />
    </Section>
  );
}
