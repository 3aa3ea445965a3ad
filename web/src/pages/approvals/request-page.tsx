// One request for approval: who wants what and why, who decided how, and deciding.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { sessionQuery } from "#api/session";
import { CodeBlock } from "#components/code-block";
import { EmptyState } from "#components/empty-state";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { DecisionForm } from "./decision-form.tsx";
import { RequestState } from "./request-state.tsx";

type Request = Schemas["cellplane.cloud.v1.ApprovalRequest"];

const REFETCH_MS = 2_000;

export function ApprovalRequestPage(): ReactNode {
  const { requestId = "" } = useParams({ strict: false });
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/approval-requests/{request_id}",
    { params: { path: { request_id: requestId } } },
    { refetchInterval: REFETCH_MS },
  );
  const request = data?.request;
  return (
    <Page
      title={request?.subject ?? "Request"}
      mark={request === undefined ? null : <RequestState state={request.state} />}
    >
      {error === null ? null : (
        <ProblemNote title="The request cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {request === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <Section title="Request">
            <RequestFacts request={request} />
          </Section>
          <Content request={request} />
          <Decisions request={request} />
          {request.state === "PENDING" ? (
            <DecisionForm request={request} isOwn={request.requesterId === session?.userId} />
          ) : null}
        </>
      )}
    </Page>
  );
}

function RequestFacts({ request }: { request: Request }): ReactNode {
  const { requesterName, namespace, resourceId, reason, createdTime, expiresTime, failureReason } = request;
  const facts = [
    { name: "Asked by", value: requesterName },
    { name: "On", value: <code>{namespace === "" ? resourceId : namespace}</code> },
    { name: "Because", value: reason === "" ? "No reason was given" : reason },
    { name: "Asked", value: <Timestamp at={createdTime} /> },
    { name: "Expires", value: <Timestamp at={expiresTime} /> },
    { name: "Failed because", value: failureReason },
    { name: "What is approved", value: <Identifier value={request.requestHash ?? ""} characters={32} /> },
  ];
  return <Facts facts={facts.filter(({ value }) => value !== "" && value !== undefined)} />;
}

/** The request itself: of a change of the control plane, the operation's input; of a call, what will be called. */
function Content({ request }: { request: Request }): ReactNode {
  const operationId = request.asyncOperationId ?? "";
  const { data } = api.useQuery(
    "get",
    "/cloud/operations/{async_operation_id}",
    { params: { path: { async_operation_id: operationId } } },
    { enabled: operationId !== "" },
  );
  const content = operationId === "" ? request.call : data?.asyncOperation?.operationInput;
  if (content === undefined) return null;
  return (
    <Section title="Would do" text="Exactly this: anything else needs another approval.">
      <CodeBlock title={request.subject} text={JSON.stringify(content, null, 2)} />
    </Section>
  );
}

function Decisions({ request }: { request: Request }): ReactNode {
  const { decisions = [], approvalsNeeded = 0 } = request;
  return (
    <Section title="Decisions" layout="stacked" text={`${String(approvalsNeeded)} must agree.`}>
      {decisions.length === 0 ? (
        <EmptyState title="Nobody has decided yet" />
      ) : (
        <SimpleTable
          label="Decisions"
          headers={["Person", "Decision", "When", "Comment"]}
          rows={decisions.map(({ userId = "", userName, decision, comment, time }) => ({
            key: userId,
            cells: [
              userName,
              decision?.toLowerCase().replace("_", " "),
              <Timestamp key="when" at={time} />,
              comment,
            ],
          }))}
        />
      )}
    </Section>
  );
}
