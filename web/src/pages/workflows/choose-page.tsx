// Workflows of which namespace: with one there is no question.
import { Link, Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";

const NAMESPACES_SHOWN = 200;

export function WorkflowsChoosePage(): ReactNode {
  const { data, error } = api.useQuery("get", "/cloud/namespaces", {
    params: { query: { pageSize: NAMESPACES_SHOWN } },
  });
  const namespaces = data?.namespaces ?? [];
  const [only] = namespaces;
  if (namespaces.length === 1 && only !== undefined) {
    return (
      <Navigate replace to="/namespaces/$namespace/workflows" params={{ namespace: only.namespace ?? "" }} />
    );
  }
  return (
    <Page title="Workflows" text="Of which namespace?">
      {error === null ? null : <ProblemNote title="The namespaces cannot be read" error={error} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : namespaces.length === 0 ? (
        <EmptyState
          title="There is no namespace yet"
          text="Workflows run in a namespace. It takes a few seconds to make one."
          action={
            <ButtonLink kind="primary" to="/namespaces/create">
              Create namespace
            </ButtonLink>
          }
        />
      ) : (
        <SimpleTable
          label="Namespaces"
          headers={["Namespace", "Region"]}
          rows={namespaces.map(({ namespace = "", activeRegion = "" }) => ({
            key: namespace,
            cells: [
              <Link key="name" to="/namespaces/$namespace/workflows" params={{ namespace }}>
                {namespace}
              </Link>,
              activeRegion,
            ],
          }))}
        />
      )}
    </Page>
  );
}
