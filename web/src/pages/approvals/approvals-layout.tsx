// What is around the requests and the policies.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { Page } from "#components/page";

export function ApprovalsLayout(): ReactNode {
  return (
    <Page
      title="Approvals"
      tabs={
        <LinkTabs label="Approvals">
          <LinkTab to="/approvals" activeOptions={{ exact: true }}>
            Requests
          </LinkTab>
          <LinkTab to="/approvals/policies">Policies</LinkTab>
        </LinkTabs>
      }
    >
      <Outlet />
    </Page>
  );
}
