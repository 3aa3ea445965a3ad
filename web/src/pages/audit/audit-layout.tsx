// What is around the trail and its sinks.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { Page } from "#components/page";

export function AuditLayout(): ReactNode {
  return (
    <Page
      title="Audit log"
      tabs={
        <LinkTabs label="Audit log">
          <LinkTab to="/audit" activeOptions={{ exact: true }}>
            Records
          </LinkTab>
          <LinkTab to="/audit/sinks">Sinks</LinkTab>
        </LinkTabs>
      }
    >
      <Outlet />
    </Page>
  );
}
