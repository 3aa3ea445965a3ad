// What is around the parts of billing: title and tabs, for the people of finance.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "#api/own-access";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { NeedsPermission } from "#components/needs-permission";
import { Page } from "#components/page";

export function BillingLayout(): ReactNode {
  const mayBilling = useMay()("cloud.billing.get");
  return (
    <Page title="Billing" tabs={mayBilling ? <Tabs /> : null}>
      <ForFinance>
        <Outlet />
      </ForFinance>
    </Page>
  );
}

export function ForFinance({ children }: { children: ReactNode }): ReactNode {
  return (
    <NeedsPermission permission="cloud.billing.get" roles="Finance Admin or Account Owner" what="Billing">
      {children}
    </NeedsPermission>
  );
}

function Tabs(): ReactNode {
  return (
    <LinkTabs label="Parts of billing">
      <LinkTab to="/billing" activeOptions={{ exact: true }}>
        Overview
      </LinkTab>
      <LinkTab to="/billing/invoices">Invoices</LinkTab>
      <LinkTab to="/billing/budget">Budget and alerts</LinkTab>
      <LinkTab to="/billing/payment">Payment</LinkTab>
      <LinkTab to="/billing/plan">Plan and prices</LinkTab>
      <LinkTab to="/billing/credits">Credits</LinkTab>
      <LinkTab to="/billing/proof">Proof</LinkTab>
    </LinkTabs>
  );
}
