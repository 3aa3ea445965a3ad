// What is around the lists of who has access: people, groups, service accounts, roles, and the preview.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { Page } from "#components/page";

export function PeopleLayout(): ReactNode {
  return (
    <Page
      title="People and access"
      tabs={
        <LinkTabs label="People and access">
          <LinkTab to="/people/users">Users</LinkTab>
          <LinkTab to="/people/groups">Groups</LinkTab>
          <LinkTab to="/people/service-accounts">Service accounts</LinkTab>
          <LinkTab to="/people/roles">Custom roles</LinkTab>
          <LinkTab to="/people/preview">Who may do what</LinkTab>
        </LinkTabs>
      }
    >
      <Outlet />
    </Page>
  );
}
