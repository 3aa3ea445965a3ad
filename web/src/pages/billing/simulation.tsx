// What each price book makes of each month; the cheapest of a month is marked by a word.
import type { ReactNode } from "react";
import type { Schemas } from "#api/client";
import { Badge } from "#components/badge";
import { Figure } from "#components/figure";
import { SimpleTable } from "#components/simple-table";
import { moneyOfCents, moneyOfMicros } from "#format/money";
import { periodName, planName, type Billing, type PriceBook } from "./billing-facts.ts";
import styles from "./billing.module.css";

type Month = Schemas["cellplane.cloud.v1.SimulatedMonth"];

interface Props {
  months: readonly Month[];
  books: readonly PriceBook[];
  billing: Billing;
}

export function Simulation({ months, books, billing }: Props): ReactNode {
  const { currency = "usd", priceBook } = billing;
  const offered = new Set(
    books.flatMap(({ id = "", isOffered }) => (isOffered === true || id === priceBook ? [id] : [])),
  );
  return (
    <SimpleTable
      label="Price books against the last months"
      figures={months.map((_, index) => index + 1)}
      headers={["Prices", ...months.map(({ monthStart }) => periodName(monthStart))]}
      rows={[
        {
          key: "invoiced",
          cells: [
            "Invoiced",
            ...months.map(({ invoicedCents }) =>
              invoicedCents === undefined ? "no invoice yet" : moneyOfCents(invoicedCents, currency),
            ),
          ],
        },
        {
          key: "own",
          cells: [
            "By the terms of the month",
            ...months.map(({ currentMicros = "0" }) => moneyOfMicros(currentMicros, currency)),
          ],
        },
        ...books.map(({ id = "", plan }) => ({
          key: id,
          cells: [
            <span key="name">
              {planName(plan, id)} {id === priceBook ? <Badge>Yours</Badge> : null}
            </span>,
            ...months.map((month) => (
              <Price key={month.monthStart} month={month} book={id} offered={offered} />
            )),
          ],
        })),
      ]}
    />
  );
}

interface PriceProps {
  month: Month;
  book: string;
  /** The books that one can have: only among them there is a lowest. */
  offered: ReadonlySet<string>;
}

function Price({ month, book, offered }: PriceProps): ReactNode {
  const prices = month.prices ?? [];
  const price = prices.find(({ priceBook }) => priceBook === book);
  if (price === undefined) return "—";
  const least = prices
    .filter(({ priceBook = "", currency }) => offered.has(priceBook) && currency === price.currency)
    .map(({ micros = "0" }) => BigInt(micros))
    .reduce<bigint | undefined>((one, other) => (one === undefined || other < one ? other : one), undefined);
  const isLeast = offered.has(book) && BigInt(price.micros ?? "0") === least;
  return (
    <span className={isLeast ? styles["best"] : undefined}>
      <Figure
        value={moneyOfMicros(price.micros ?? "0", price.currency)}
        exact={`${price.micros ?? "0"} micros`}
      />
      {isLeast ? " lowest" : ""}
    </span>
  );
}
