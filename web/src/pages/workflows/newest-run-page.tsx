// An address without a run goes to the newest one.
import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { workflowServiceQuery } from "#api/workflow-service";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Skeleton } from "#components/skeleton";
import { visibleText } from "#format/payload";

export function NewestRunPage(): ReactNode {
  const { namespace = "", workflowId = "" } = useParams({ strict: false });
  const { mode, event } = useSearch({ strict: false });
  const { data, error, refetch } = useQuery(
    workflowServiceQuery("DescribeWorkflowExecution", { namespace, execution: { workflowId } }),
  );
  const runId = data?.workflowExecutionInfo?.execution?.runId;
  if (runId !== undefined) {
    return (
      <Navigate
        replace
        to="/namespaces/$namespace/workflows/$workflowId/$runId"
        params={{ namespace, workflowId, runId }}
        search={{ ...(mode === undefined ? {} : { mode }), ...(event === undefined ? {} : { event }) }}
      />
    );
  }
  return (
    <Page title={visibleText(workflowId)}>
      {error === null ? (
        <Skeleton />
      ) : (
        <ProblemNote title="The workflow cannot be read" error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}
