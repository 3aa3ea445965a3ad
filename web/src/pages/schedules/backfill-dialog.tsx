// Starts a schedule's workflow for times that have passed, as if they were now.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { workflowServiceQuery } from "#api/workflow-service";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { count } from "#format/figures";
import { msOf } from "#format/time";
import { now } from "#hooks/use-now";
import { usePatch, type ScheduleRef } from "./schedule-actions.tsx";
import { OVERLAP_POLICIES, overlapWord, type OverlapChoice } from "./schedule-facts.ts";
import { PatchShowAs } from "./schedule-show-as.tsx";

const DAY_MS = 86_400_000;

/** "2026-11-28T09:00", in UTC. */
function minuteText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

export function BackfillDialog({ onClose, ...of }: ScheduleRef & { onClose: () => void }): ReactNode {
  const [from, setFrom] = useState(() => minuteText(now() - DAY_MS));
  const [to, setTo] = useState(() => minuteText(now()));
  const [overlap, setOverlap] = useState<OverlapChoice>("SCHEDULE_OVERLAP_POLICY_BUFFER_ALL");
  const [fromMs, toMs] = [msOf(`${from}:00Z`), msOf(`${to}:00Z`)];
  const isSpan = fromMs !== undefined && toMs !== undefined && fromMs < toMs;
  const span = { startTime: `${from}:00Z`, endTime: `${to}:00Z` };
  const times = useQuery({
    ...workflowServiceQuery("ListScheduleMatchingTimes", { ...of, ...span }),
    enabled: isSpan,
  });
  const patch = { backfillRequest: [{ ...span, overlapPolicy: overlap }] };
  const { run, isPending, error } = usePatch(of, { words: "Backfill accepted", onDone: onClose });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Backfill ${of.scheduleId}`}
      text="Starts a run for each of its times in a span that has passed."
    >
      <FormLayout
        onSubmit={() => (isSpan ? run(patch) : undefined)}
        error={error}
        errorTitle="Nothing was filled in"
        buttons={
          <Button kind="primary" type="submit" isBusy={isPending} disabled={!isSpan}>
            {`Start ${count(times.data?.startTime?.length ?? 0)} runs`}
          </Button>
        }
      >
        <TextField label="From, UTC" type="datetime-local" value={from} onChange={setFrom} />
        <TextField
          label="To, UTC"
          type="datetime-local"
          value={to}
          onChange={setTo}
          error={isSpan ? undefined : "Choose an end after the beginning."}
        />
        <SelectField
          label="When runs meet"
          choices={OVERLAP_POLICIES}
          value={overlap}
          onChange={setOverlap}
        />
      </FormLayout>
      <PatchShowAs
        {...of}
        patch={patch}
        words="schedule backfill"
        flags={{
          ...{ "start-time": span.startTime, "end-time": span.endTime },
          "overlap-policy": overlapWord(overlap),
        }}
      />
    </Dialog>
  );
}
