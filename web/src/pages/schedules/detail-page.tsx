// One schedule: when it acts next, what it started, what it starts and how, and what can be done with it.
import type { ReactNode } from "react";
import { useMayWrite } from "#api/may-write";
import type { ResponseOf } from "#api/workflow-service";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { Note } from "#components/note";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { RecentRuns } from "./recent-runs.tsx";
import { RunsCalendar } from "./runs-calendar.tsx";
import { ScheduleActions } from "./schedule-actions.tsx";
import { overlapLabel, type Schedule } from "./schedule-facts.ts";
import { secondsOf, secondsText } from "./spec-duration.ts";
import { specWords } from "./spec-words.ts";
import { useSchedule } from "./use-schedule.ts";

export function ScheduleDetailPage(): ReactNode {
  const { namespace, scheduleId, described, error, refetch } = useSchedule();
  const mayWrite = useMayWrite(namespace);
  const isPaused = described?.schedule?.state?.paused === true;
  return (
    <Page
      title={scheduleId}
      mark={
        described === undefined ? null : (
          <StatusMark status={isPaused ? "canceled" : "running"} word={isPaused ? "Paused" : "Active"} />
        )
      }
      actions={
        described === undefined || !mayWrite ? undefined : (
          <ScheduleActions {...{ namespace, scheduleId, isPaused }} />
        )
      }
    >
      {error === null ? null : (
        <ProblemNote title="The schedule cannot be read" error={error} onRetry={refetch} />
      )}
      {described === undefined ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <Content {...{ namespace, scheduleId, described }} />
      )}
    </Page>
  );
}

function Content(props: {
  namespace: string;
  scheduleId: string;
  described: ResponseOf<"DescribeSchedule">;
}): ReactNode {
  const { namespace, scheduleId, described } = props;
  const { schedule = {}, info = {} } = described;
  const notes = schedule.state?.notes ?? "";
  return (
    <>
      {notes === "" ? null : <Note>{notes}</Note>}
      <Section title="Next runs" text={<When schedule={schedule} next={info.futureActionTimes?.[0]} />}>
        <RunsCalendar
          // Another schedule has other times.
          key={described.conflictToken}
          namespace={namespace}
          scheduleId={scheduleId}
        />
      </Section>
      <Section title="Recent runs" layout="stacked">
        <RecentRuns namespace={namespace} runs={info.recentActions ?? []} />
      </Section>
      <Section title="What it starts">
        <WhatFacts schedule={schedule} />
      </Section>
      <Section title="Counts and policies">
        <PolicyFacts schedule={schedule} info={info} />
      </Section>
    </>
  );
}

function When({ schedule, next }: { schedule: Schedule; next: string | undefined }): ReactNode {
  const { spec = {}, state } = schedule;
  const words = specWords(spec);
  return (
    <>
      {words.length === 0 ? "Only when it is triggered." : `${words.join("; ")}.`} Times of{" "}
      {spec.timezoneName ?? "UTC"}. {state?.paused === true ? "Paused: none of them is started." : null}
      {state?.paused === true || next === undefined ? null : (
        <>
          Next: <Timestamp at={next} />.
        </>
      )}
    </>
  );
}

function WhatFacts({ schedule }: { schedule: Schedule }): ReactNode {
  const start = schedule.action?.startWorkflow;
  return (
    <Facts
      facts={[
        { name: "Workflow type", value: <code>{start?.workflowType?.name}</code> },
        { name: "Workflow id", value: <Identifier value={start?.workflowId ?? ""} /> },
        { name: "Task queue", value: <Identifier value={start?.taskQueue?.name ?? ""} /> },
        { name: "Arguments", value: count(start?.input?.payloads?.length ?? 0) },
      ]}
    />
  );
}

function PolicyFacts(props: {
  schedule: Schedule;
  info: NonNullable<ResponseOf<"DescribeSchedule">["info"]>;
}): ReactNode {
  const { schedule, info } = props;
  const { policies, spec } = schedule;
  const jitter = secondsOf(spec?.jitter);
  return (
    <Facts
      facts={[
        { name: "When the run before still runs", value: overlapLabel(policies?.overlapPolicy) },
        { name: "Catch-up window", value: secondsText(secondsOf(policies?.catchupWindow)) },
        { name: "Jitter", value: jitter === 0 ? "none" : `up to ${secondsText(jitter)}` },
        { name: "Pause when a run fails", value: policies?.pauseOnFailure === true ? "yes" : "no" },
        { name: "Runs started", value: count(info.actionCount) },
        { name: "Skipped, because one ran", value: count(info.overlapSkipped) },
        { name: "Missed the catch-up window", value: count(info.missedCatchupWindow) },
        { name: "Waiting in the buffer", value: count(info.bufferSize) },
        { name: "Created", value: <Timestamp at={info.createTime} form="absolute" /> },
        { name: "Changed", value: <Timestamp at={info.updateTime} form="absolute" fallback="never" /> },
      ]}
    />
  );
}
