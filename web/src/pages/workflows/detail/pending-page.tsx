// What the run waits for: activities with their attempts and last failure, children, Nexus operations, the workflow task.
import type { ReactNode } from "react";
import { EmptyState } from "#components/empty-state";
import { Facts, type Fact } from "#components/facts";
import { PayloadList } from "#components/payload-view";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { StatusMark, type Status } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { visibleText } from "#format/payload";
import { duration } from "#format/time";
import { Link } from "@tanstack/react-router";
import type { ResponseOf } from "#api/workflow-service";
import { sentence } from "../history/history-event.ts";
import type { PendingActivity, RunName } from "../workflow-facts.ts";
import { ActivityActions } from "./activity-actions.tsx";
import styles from "./detail.module.css";
import { FailureView } from "./failure-view.tsx";
import { useRun } from "./use-run.tsx";

type Description = ResponseOf<"DescribeWorkflowExecution">;

export function WorkflowPendingPage(): ReactNode {
  const { run, description = {} } = useRun();
  const { pendingActivities = [], pendingChildren = [], pendingNexusOperations = [] } = description;
  const task = description.pendingWorkflowTask;
  const count =
    pendingActivities.length +
    pendingChildren.length +
    pendingNexusOperations.length +
    (task === undefined ? 0 : 1);
  if (count === 0) {
    return (
      <EmptyState
        title="Nothing is pending"
        text="Activities, children and Nexus operations that run appear here."
      />
    );
  }
  return (
    <>
      {task === undefined ? null : <Task task={task} />}
      {pendingActivities.map((activity) => (
        <Activity key={activity.activityId} run={run} activity={activity} />
      ))}
      {pendingChildren.length === 0 ? null : <Children run={run} pending={pendingChildren} />}
      {pendingNexusOperations.map((operation) => (
        <Nexus key={operation.scheduledEventId} operation={operation} />
      ))}
    </>
  );
}

function Task({ task }: { task: NonNullable<Description["pendingWorkflowTask"]> }): ReactNode {
  const attempt = task.attempt ?? 1;
  return (
    <Section title="Workflow task" text={attempt > 1 ? "Workers fail at it again and again." : undefined}>
      <Facts
        facts={[
          { name: "State", value: sentence((task.state ?? "").replace("PENDING_WORKFLOW_TASK_STATE_", "")) },
          { name: "Scheduled", value: <Timestamp at={task.scheduledTime} /> },
          {
            name: "Started",
            value: <Timestamp at={task.startedTime} fallback="No worker has taken it yet" />,
          },
          { name: "Attempt", value: String(attempt) },
        ]}
      />
    </Section>
  );
}

const STATES: Readonly<Record<string, { status: Status; word: string }>> = {
  SCHEDULED: { status: "waiting", word: "Scheduled" },
  STARTED: { status: "running", word: "Running" },
  CANCEL_REQUESTED: { status: "canceled", word: "Cancel requested" },
  PAUSED: { status: "waiting", word: "Paused" },
  PAUSE_REQUESTED: { status: "waiting", word: "Pause requested" },
};

function Activity({ run, activity }: { run: RunName; activity: PendingActivity }): ReactNode {
  const { activityType, activityId = "", state = "", lastFailure, heartbeatDetails } = activity;
  const { status, word } = STATES[state.replace("PENDING_ACTIVITY_STATE_", "")] ?? {
    status: "waiting" as const,
    word: state,
  };
  return (
    <Section
      title={visibleText(activityType?.name ?? "")}
      text={<StatusMark status={status} word={word} />}
      actions={<ActivityActions run={run} activityId={activityId} isPaused={activity.paused === true} />}
    >
      <div className={styles["stack"]}>
        <Facts facts={activityFacts(activity)} />
        {lastFailure === undefined ? null : (
          <section className={styles["block"]} aria-label="Last failure">
            <h3>Last failure</h3>
            <FailureView failure={lastFailure} />
          </section>
        )}
        {(heartbeatDetails?.payloads ?? []).length === 0 ? null : (
          <section className={styles["block"]} aria-label="Last heartbeat">
            <h3>Last heartbeat</h3>
            <PayloadList payloads={heartbeatDetails?.payloads} />
          </section>
        )}
      </div>
    </Section>
  );
}

function activityFacts(activity: PendingActivity): Fact[] {
  const { attempt = 1, maximumAttempts = 0, currentRetryInterval } = activity;
  const optional = (name: string, at: string | undefined): Fact[] =>
    at === undefined ? [] : [{ name, value: <Timestamp at={at} /> }];
  return [
    { name: "Activity ID", value: <code>{visibleText(activity.activityId ?? "")}</code> },
    {
      name: "Attempt",
      value: maximumAttempts === 0 ? `${attempt}, without limit` : `${attempt} of ${maximumAttempts}`,
    },
    ...optional("Next attempt", activity.nextAttemptScheduleTime),
    ...(currentRetryInterval === undefined
      ? []
      : [{ name: "Retry interval", value: duration(Number.parseFloat(currentRetryInterval) * 1_000) }]),
    ...optional("Scheduled", activity.scheduledTime),
    ...optional("Last started", activity.lastStartedTime),
    ...optional("Last heartbeat", activity.lastHeartbeatTime),
    ...optional("Expires", activity.expirationTime),
    ...(activity.lastWorkerIdentity
      ? [{ name: "Last worker", value: <code>{visibleText(activity.lastWorkerIdentity)}</code> }]
      : []),
  ];
}

function Children(props: { run: RunName; pending: NonNullable<Description["pendingChildren"]> }): ReactNode {
  const { run, pending } = props;
  return (
    <Section title="Child workflows" layout="stacked">
      <SimpleTable
        label="Pending children"
        headers={["Workflow ID", "Type", "When this one closes"]}
        rows={pending.map(
          ({ workflowId = "", runId = "", workflowTypeName = "", parentClosePolicy = "", initiatedId }) => ({
            key: initiatedId ?? workflowId,
            cells: [
              <Link
                key="id"
                to="/namespaces/$namespace/workflows/$workflowId/$runId"
                params={{ namespace: run.namespace, workflowId, runId }}
              >
                {visibleText(workflowId)}
              </Link>,
              visibleText(workflowTypeName),
              sentence(parentClosePolicy.replace("PARENT_CLOSE_POLICY_", "")),
            ],
          }),
        )}
      />
    </Section>
  );
}

function Nexus(props: { operation: NonNullable<Description["pendingNexusOperations"]>[number] }): ReactNode {
  const { service = "", operation = "", endpoint = "", state = "", attempt = 1, ...more } = props.operation;
  return (
    <Section title={visibleText(`${service}/${operation}`)} text="Nexus operation">
      <Facts
        facts={[
          { name: "State", value: sentence(state.replace("PENDING_NEXUS_OPERATION_STATE_", "")) },
          { name: "Endpoint", value: visibleText(endpoint) },
          { name: "Attempt", value: String(attempt) },
          { name: "Next attempt", value: <Timestamp at={more.nextAttemptScheduleTime} /> },
          ...(more.blockedReason ? [{ name: "Blocked", value: visibleText(more.blockedReason) }] : []),
        ]}
      />
      <FailureView failure={more.lastAttemptFailure} />
    </Section>
  );
}
