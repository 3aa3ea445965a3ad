// One piece of work as its steps: what was done, what runs, how often it was tried and why it failed.
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { EmptyState } from "#components/empty-state";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { duration, msOf } from "#format/time";
import { AS_OPERATOR } from "./as-operator.ts";
import { WorkState } from "./work-state.tsx";

type Answer = Schemas["cellplane.cloud.v1.GetProvisioningResponse"];

const REFETCH_MS = 2_000;

export function StepsPage(): ReactNode {
  const { accountId = "", operationId = "" } = useParams({ strict: false });
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/provisioning",
    { ...AS_OPERATOR, params: { query: { accountId, operationId } } },
    {
      refetchInterval: ({ state }) =>
        state.data?.provisioning?.finishedTime === undefined ? REFETCH_MS : false,
    },
  );
  if (error !== null)
    return <ProblemNote title="The work cannot be read" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton />;
  return (
    <>
      <Section title={data.provisioning?.operationType ?? ""}>
        <WorkFacts answer={data} />
      </Section>
      <Section title="Steps" layout="stacked" text="From the workflow's own history.">
        <Steps answer={data} />
      </Section>
    </>
  );
}

function WorkFacts({ answer: { provisioning = {} } }: { answer: Answer }): ReactNode {
  const {
    state,
    accountId,
    resourceId,
    workflowType,
    workflowId = "",
    failureReason,
    startedTime,
  } = provisioning;
  const facts = [
    { name: "State", value: <WorkState state={state} /> },
    { name: "Failed because", value: failureReason },
    { name: "Account", value: <code>{accountId}</code> },
    { name: "On", value: <code>{resourceId}</code> },
    { name: "Workflow", value: <code>{workflowType}</code> },
    { name: "Workflow id", value: <Identifier value={workflowId} characters={60} /> },
    { name: "Began", value: <Timestamp at={startedTime} /> },
  ];
  return <Facts facts={facts.filter(({ value }) => value !== "" && value !== undefined)} />;
}

function Steps({ answer: { steps = [], hasHistory } }: { answer: Answer }): ReactNode {
  if (hasHistory !== true) {
    return (
      <EmptyState
        title="The control cell has no history of it"
        text="It ended long ago, or waits to be started."
      />
    );
  }
  return (
    <SimpleTable
      label="Steps"
      headers={["Step", "State", "Tries", "Took", "Began", "Failed because"]}
      rows={steps.map(({ name, state, attempts, failure, startedTime, finishedTime }, index) => ({
        key: String(index),
        cells: [
          <code key="step">{name}</code>,
          <WorkState key="state" state={state} />,
          String(attempts ?? 0),
          tookOf(startedTime, finishedTime),
          <Timestamp key="began" at={startedTime} />,
          failure,
        ],
      }))}
    />
  );
}

function tookOf(startedTime: string | undefined, finishedTime: string | undefined): string {
  const from = msOf(startedTime);
  const to = msOf(finishedTime);
  return from === undefined || to === undefined ? "" : duration(Math.max(0, to - from));
}
