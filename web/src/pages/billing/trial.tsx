// The free trial: how much of it is left, and until when.
import type { ReactNode } from "react";
import { Note } from "#components/note";
import { Timestamp } from "#components/timestamp";
import { moneyOfCents } from "#format/money";
import type { Billing } from "./billing-facts.ts";

export function Trial({ billing: { trial, currency } }: { billing: Billing }): ReactNode {
  if (trial === undefined) return null;
  const { leftCents = 0, amountCents = 0, expireTime } = trial;
  return (
    <Note tone={leftCents > 0 ? "good" : "plain"}>
      {leftCents > 0 ? (
        <>
          <strong>{moneyOfCents(leftCents, currency)} of the free trial is left</strong> of{" "}
          {moneyOfCents(amountCents, currency)}, until <Timestamp at={expireTime} form="absolute" />. This
          month so far is taken off.
        </>
      ) : (
        <>The free trial of {moneyOfCents(amountCents, currency)} is used up or over.</>
      )}
    </Note>
  );
}
