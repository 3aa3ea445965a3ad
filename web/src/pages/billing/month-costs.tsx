// The costs of the open month by day, so that one sees where the month is going.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { Chart } from "#components/chart";
import { Note } from "#components/note";
import { Section } from "#components/section";
import { moneyOfMicros } from "#format/money";
import { msOf } from "#format/time";
import { useNow } from "#hooks/use-now";
import { utcDay, type Billing } from "./billing-facts.ts";

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 30;

export function MonthCosts({ billing }: { billing: Billing }): ReactNode {
  const { currency = "usd", unusualDay } = billing;
  const todayMs = Math.floor(useNow() / DAY_MS) * DAY_MS;
  const fromMs = todayMs - (DAYS_SHOWN - 1) * DAY_MS;
  const query = {
    startTimeInclusive: new Date(fromMs).toISOString(),
    endTimeExclusive: new Date(todayMs + DAY_MS).toISOString(),
    groupBy: ["day"],
  };
  const { data } = api.useQuery("get", "/api/v1/cost-report", { params: { query } });
  if (data === undefined || (data.rows ?? []).length === 0) return null;
  const finalMs = msOf(data.finalUntil) ?? 0;
  const byDay = new Map(data.rows?.map((row) => [msOf(row.periodStart), Number(row.costMicros ?? 0)]));
  const points = Array.from({ length: DAYS_SHOWN }, (_, index) => fromMs + index * DAY_MS).map((atMs) => ({
    atMs,
    values: { cost: byDay.get(atMs) ?? 0 },
    isOpen: atMs + DAY_MS > finalMs,
  }));
  return (
    <Section
      title={`Last ${DAYS_SHOWN} days`}
      layout="stacked"
      text={
        <>
          Cost of usage by day, before plan fee, discount, credits and taxes.{" "}
          <Link to="/usage/costs">Explore the costs</Link>
        </>
      }
    >
      {unusualDay === undefined ? null : (
        <Note tone="warning">
          {utcDay(unusualDay)} cost {moneyOfMicros(billing.unusualDayMicros ?? "0", currency)}: far above the
          days before it.
        </Note>
      )}
      <Chart
        title="Cost by day"
        kind="bars"
        series={[{ id: "cost", label: "Cost of usage" }]}
        points={points}
        format={(micros) => moneyOfMicros(BigInt(Math.round(micros)), currency)}
        formatTime={(atMs) => new Date(atMs).toISOString().slice(5, 10)}
      />
    </Section>
  );
}
