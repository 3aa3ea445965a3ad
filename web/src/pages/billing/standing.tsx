// Whether everything is paid; if not, since when, what comes next and when, and what to do.
import type { ReactNode } from "react";
import { ButtonLink } from "#components/button-link";
import { Note } from "#components/note";
import { Timestamp } from "#components/timestamp";
import { moneyOfCents } from "#format/money";
import type { Billing } from "./billing-facts.ts";
import styles from "./billing.module.css";

const NOW: Readonly<Record<string, string>> = {
  GRACE: "Everything works as before.",
  RESTRICTED: "New workflows are refused; what runs goes on.",
  SUSPENDED: "The account is suspended. Nothing is deleted, and paying lifts it within seconds.",
};
const NEXT: Readonly<Record<string, string>> = {
  GRACE: "a reminder comes",
  RESTRICTED: "new workflows will be refused",
  SUSPENDED: "the account will be suspended",
};

interface Props {
  billing: Billing;
  /** Whether the payment methods are on the same page already. */
  isHere?: boolean;
}

export function Standing({ billing, isHere = false }: Props): ReactNode {
  const { dunning, currency } = billing;
  if (dunning?.unpaidSince === undefined) return null;
  const { step = "", unpaidSince, owedCents = 0, nextStep = "", nextStepTime, heldUntil } = dunning;
  return (
    <Note tone="warning">
      <div className={styles["stack"]}>
        <div>
          <strong>{moneyOfCents(owedCents, currency)} is unpaid</strong> since <Timestamp at={unpaidSince} />.{" "}
          {NOW[step] ?? "The charge is on its way."}{" "}
          {nextStep === "" ? null : (
            <>
              Unless it is paid, {NEXT[nextStep] ?? nextStep} <Timestamp at={nextStepTime} />.
            </>
          )}
        </div>
        {heldUntil === undefined ? null : (
          <div>
            Your operator holds this: nothing is restricted until <Timestamp at={heldUntil} form="absolute" />
            .
          </div>
        )}
        <div className={styles["buttons"]}>
          <ButtonLink to="/billing/invoices">Look at the invoices and pay</ButtonLink>
          {isHere ? null : (
            <ButtonLink kind="primary" to="/billing/payment">
              Use another payment method
            </ButtonLink>
          )}
        </div>
      </div>
    </Note>
  );
}
