// What is around the pages of how people come in. Whoever may not see the account's part has the own part only.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "#api/own-access";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { Page } from "#components/page";

export function SecurityLayout(): ReactNode {
  const may = useMay();
  return (
    <Page
      title="Security"
      tabs={
        <LinkTabs label="Security">
          <LinkTab to="/security" activeOptions={{ exact: true }}>
            Yours
          </LinkTab>
          <LinkTab to="/security/api-keys">API keys</LinkTab>
          {may("cloud.identityprovider.get") ? (
            <LinkTab to="/security/single-sign-on">Single sign-on</LinkTab>
          ) : null}
          {may("cloud.scimtoken.list") ? <LinkTab to="/security/directory">Directory (SCIM)</LinkTab> : null}
          {may("cloud.provisioninggate.get") ? <LinkTab to="/security/gate">LDAP gate</LinkTab> : null}
        </LinkTabs>
      }
    >
      <Outlet />
    </Page>
  );
}
