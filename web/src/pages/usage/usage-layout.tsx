// What is around the parts of usage: title and tabs. Costs are there for finance only.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "#api/own-access";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { NeedsPermission } from "#components/needs-permission";
import { Page } from "#components/page";

export function UsageLayout(): ReactNode {
  const mayCosts = useMay()("cloud.cost.get");
  return (
    <Page
      title="Usage"
      text="Billable actions and storage as they are counted, in UTC as on invoices."
      tabs={
        <LinkTabs label="Parts of usage">
          <LinkTab to="/usage" activeOptions={{ exact: true, includeSearch: false }}>
            Actions and storage
          </LinkTab>
          {mayCosts ? <LinkTab to="/usage/costs">Costs</LinkTab> : null}
          <LinkTab to="/usage/limits">Limits</LinkTab>
        </LinkTabs>
      }
    >
      <NeedsPermission
        permission="cloud.usage.get"
        roles="Finance Admin, Global Admin or Account Owner"
        what="Usage"
      >
        <Outlet />
      </NeedsPermission>
    </Page>
  );
}
