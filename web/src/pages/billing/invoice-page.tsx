// One invoice: what it says, its lines, and what stands on each of them.
import { useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { moneyOfCents } from "#format/money";
import { periodName, planName, utcDay, type Invoice } from "./billing-facts.ts";
import { ForFinance } from "./billing-layout.tsx";
import { InvoiceFiles } from "./invoice-files.tsx";
import { InvoiceLines } from "./invoice-lines.tsx";
import { InvoiceState, isUnsettled } from "./invoice-state.tsx";
import { InvoiceAdjustments } from "./invoice-adjustments.tsx";
import { LineUsage } from "./line-usage.tsx";
import { PayInvoice } from "./pay-invoice.tsx";

const REFETCH_UNSETTLED_MS = 2_000;

export function InvoicePage(): ReactNode {
  const { invoiceId = "" } = useParams({ strict: false });
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/invoices/{invoice_id}",
    { params: { path: { invoice_id: invoiceId } } },
    {
      refetchInterval: ({ state }) =>
        isUnsettled(state.data?.invoice?.state) ? REFETCH_UNSETTLED_MS : false,
    },
  );
  const invoice = data?.invoice;
  return (
    <Page
      title={invoice === undefined ? "Invoice" : `Invoice for ${periodName(invoice.periodStart)}`}
      mark={invoice === undefined ? null : <InvoiceState state={invoice.state} />}
      actions={invoice === undefined ? null : <Actions invoice={invoice} />}
    >
      <ForFinance>
        {error === null ? null : (
          <ProblemNote title="The invoice cannot be read" error={error} onRetry={() => void refetch()} />
        )}
        {invoice === undefined ? (
          error === null ? (
            <Skeleton lines={8} />
          ) : null
        ) : (
          <Detail invoice={invoice} />
        )}
      </ForFinance>
    </Page>
  );
}

function Actions({ invoice: { invoiceId = "", state } }: { invoice: Invoice }): ReactNode {
  const isOwed = state === "OPEN" || state === "UNCOLLECTIBLE";
  return (
    <>
      {isOwed ? <PayInvoice invoiceId={invoiceId} /> : null}
      <InvoiceFiles invoiceId={invoiceId} />
    </>
  );
}

function Detail({ invoice }: { invoice: Invoice }): ReactNode {
  const [line, setLine] = useState<number | undefined>();
  const { invoiceId = "", lines = [] } = invoice;
  return (
    <>
      <Section title="Summary" text="By our own rating, and as the payment provider has it.">
        <Facts facts={factsOf(invoice)} />
      </Section>
      <Section
        title="Lines"
        layout="stacked"
        text="Choose a line to see what stands on it: every action is on exactly one line."
      >
        <InvoiceLines invoice={invoice} chosen={line} onChoose={setLine} />
      </Section>
      <Section
        title={line === undefined ? "Usage on all lines" : `Usage on line ${line + 1}`}
        layout="stacked"
        text={
          line === undefined ? "By namespace, day, workflow type and action kind." : lines[line]?.description
        }
      >
        <LineUsage key={line ?? "all"} invoiceId={invoiceId} line={line} />
        <ShowAs
          rest={{
            method: "GET",
            path: `/api/v1/invoices/${invoiceId}/usage${line === undefined ? "" : `?line=${line}`}`,
          }}
        />
      </Section>
      <InvoiceAdjustments invoice={invoice} />
    </>
  );
}

function factsOf(invoice: Invoice) {
  const { currency } = invoice;
  return [
    { name: "Total", value: <strong>{moneyOfCents(invoice.totalCents ?? 0, currency)}</strong> },
    {
      name: "At the payment provider",
      value:
        invoice.stripeInvoiceId === undefined || invoice.stripeInvoiceId === ""
          ? "not there yet"
          : moneyOfCents(invoice.stripeTotalCents ?? 0, currency),
    },
    { name: "Paid by credits", value: moneyOfCents(invoice.creditCents ?? 0, currency) },
    { name: "Paid", value: <Timestamp at={invoice.paidTime} fallback="not yet" form="absolute" /> },
    {
      name: "Period (UTC)",
      value: `${utcDay(invoice.periodStart)} until ${utcDay(invoice.periodEnd)}, exclusive`,
    },
    { name: "Prices", value: `${planName(undefined, invoice.priceBook)} (${invoice.priceBook ?? ""})` },
    { name: "Invoice", value: <Identifier value={invoice.invoiceId ?? ""} /> },
    { name: "Payment provider's id", value: <Identifier value={invoice.stripeInvoiceId ?? ""} /> },
  ];
}
