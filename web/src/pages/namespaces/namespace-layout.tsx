// What is around every part of one namespace: its id, its state, the tabs.
import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/button-link";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Skeleton } from "#components/skeleton";
import { NamespaceStatus } from "./namespace-status.tsx";
import { useNamespace } from "./use-namespace.tsx";

export function NamespaceLayout(): ReactNode {
  const { id, namespace, error, refetch } = useNamespace();
  return (
    <Page
      title={id}
      mark={namespace === undefined ? null : <NamespaceStatus state={namespace.state} />}
      actions={
        <ButtonLink to="/namespaces/$namespace/connect" params={{ namespace: id }}>
          Connect a worker
        </ButtonLink>
      }
      tabs={<Tabs id={id} />}
    >
      {error == null ? null : (
        <ProblemNote title="The namespace cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {namespace === undefined ? error == null ? <Skeleton /> : null : <Outlet />}
    </Page>
  );
}

function Tabs({ id }: { id: string }): ReactNode {
  const params = { namespace: id };
  return (
    <LinkTabs label="Parts of the namespace">
      <LinkTab to="/namespaces/$namespace" params={params} activeOptions={{ exact: true }}>
        Overview
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/workflows" params={params}>
        Workflows
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/connect" params={params}>
        Connect
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/certificates" params={params}>
        Certificates
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/api-keys" params={params}>
        API keys
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/search-attributes" params={params}>
        Search attributes
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/access" params={params}>
        Access
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/capacity" params={params}>
        Capacity and network
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/export" params={params}>
        Export
      </LinkTab>
      <LinkTab to="/namespaces/$namespace/settings" params={params}>
        Settings
      </LinkTab>
    </LinkTabs>
  );
}
