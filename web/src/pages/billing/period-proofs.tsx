// Each closed period with its two counts and its two totals.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Schemas } from "#api/client";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { count, gigabyteHours } from "#format/figures";
import { moneyOfCents } from "#format/money";
import { periodName } from "./billing-facts.ts";
import styles from "./billing.module.css";
import { useBilling } from "./use-billing.ts";

type PeriodProof = Schemas["cellplane.cloud.v1.PeriodProof"];
type Totals = Schemas["cellplane.cloud.v1.UsageTotals"];

export function PeriodProofs({ periods }: { periods: readonly PeriodProof[] }): ReactNode {
  const currency = useBilling().data?.currency ?? "usd";
  return (
    <SimpleTable
      label="Proof of closed periods"
      headers={[
        "Period",
        "Meter, recount",
        "Metered",
        "Recounted",
        "Invoice, provider",
        "Ours",
        "Provider's",
        "Difference",
        "Compared",
      ]}
      figures={[5, 6, 7]}
      rows={periods.map((period) => ({
        key: period.invoiceId ?? "",
        cells: [
          <Link key="period" to="/billing/invoices/$invoiceId" params={{ invoiceId: period.invoiceId ?? "" }}>
            {periodName(period.periodStart)}
          </Link>,
          <MeterProof key="meter" period={period} />,
          <Sums key="metered" sums={period.metered} />,
          <Sums key="recounted" sums={period.recounted} />,
          <InvoiceProof key="invoice" period={period} />,
          moneyOfCents(period.ourCents ?? 0, currency),
          cents(period.stripeCents, currency),
          cents(period.differenceCents, currency),
          <Timestamp key="compared" at={period.comparedTime} fallback="not yet" />,
        ],
      }))}
    />
  );
}

function MeterProof({ period: { isMeterProven, wrongLines = 0 } }: { period: PeriodProof }): ReactNode {
  if (wrongLines > 0) return <StatusMark status="failed" word={`${wrongLines} lines do not match`} />;
  return isMeterProven === true ? (
    <StatusMark status="completed" word="Equal" />
  ) : (
    <StatusMark status="failed" word="Different" />
  );
}

function InvoiceProof({ period: { differenceCents } }: { period: PeriodProof }): ReactNode {
  if (differenceCents === undefined) return <StatusMark status="waiting" word="Not compared yet" />;
  return differenceCents === 0 ? (
    <StatusMark status="completed" word="Equal" />
  ) : (
    <StatusMark status="failed" word="Different" />
  );
}

function Sums({ sums }: { sums: Totals | undefined }): ReactNode {
  return (
    <span className={styles["sums"]}>
      <span>{count(sums?.actions)} actions</span>
      <span>{gigabyteHours(sums?.activeByteSeconds)} active</span>
      <span>{gigabyteHours(sums?.retainedByteSeconds)} retained</span>
    </span>
  );
}

function cents(value: number | undefined, currency: string): string {
  return value === undefined ? "—" : moneyOfCents(value, currency);
}
