// A namespace at a glance.
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Skeleton } from "#components/skeleton";
import { isChanging } from "./namespace-facts.ts";
import { NamespaceStatus } from "./namespace-status.tsx";
import { NamespaceSummary } from "./namespace-summary.tsx";

const REFETCH_CHANGING_MS = 1_000;

export function NamespaceOverviewPage(): ReactNode {
  const { namespace: id } = useParams({ from: "/frame/namespaces/$namespace" });
  const { data, error } = api.useQuery(
    "get",
    "/cloud/namespaces/{namespace}",
    { params: { path: { namespace: id } } },
    {
      refetchInterval: ({ state }) =>
        state.data?.namespace !== undefined && isChanging(state.data.namespace) ? REFETCH_CHANGING_MS : false,
    },
  );
  const namespace = data?.namespace;
  return (
    <Page
      title={id}
      mark={namespace === undefined ? null : <NamespaceStatus state={namespace.state} />}
      width="reading"
    >
      {error === null ? null : <ProblemNote title="The namespace cannot be read" error={error} />}
      {namespace === undefined ? <Skeleton /> : <NamespaceSummary namespace={namespace} />}
    </Page>
  );
}
