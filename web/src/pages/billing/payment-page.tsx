// What the account pays by. Cards are typed in at the payment provider's page and nowhere else; we know their last digits.
import type { ReactNode } from "react";
import { Note } from "#components/note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { AddMethod } from "./add-method.tsx";
import { MethodTable } from "./method-table.tsx";
import { Portal } from "./portal.tsx";
import { Standing } from "./standing.tsx";
import { useBilling } from "./use-billing.ts";

export function PaymentPage(): ReactNode {
  const { data: billing } = useBilling();
  return (
    <>
      {billing === undefined ? null : <Standing billing={billing} isHere />}
      <Section
        title="Payment methods"
        layout="stacked"
        actions={<AddMethod />}
        text="The default is charged when an invoice is issued. Choosing another one tries at once what is overdue."
      >
        <MethodTable />
        <Note>Card numbers are typed in at the payment provider and never come near us.</Note>
        <ShowAs rest={{ method: "POST", path: "/api/v1/billing/checkout", body: {} }} />
      </Section>
      <Section
        title="Receipts, company and tax"
        text="The name, address and tax number on receipts are kept by the payment provider."
      >
        <Portal />
      </Section>
    </>
  );
}
