// The fields of a schedule: what it starts, when, and what happens when runs meet.
import type { ReactNode } from "react";
import { TextField } from "#components/field";
import { Note } from "#components/note";
import { SelectField } from "#components/select-field";
import { SwitchField } from "#components/switch-field";
import { TextAreaField } from "#components/text-area-field";
import styles from "./form-fields.module.css";
import { OVERLAP_POLICIES, type Spec } from "./schedule-facts.ts";
import type { ScheduleForm } from "./schedule-form.ts";
import { SpecPreview } from "./spec-preview.tsx";
import { TimesFields } from "./times-fields.tsx";

interface Props {
  form: ScheduleForm;
  onChange: (form: ScheduleForm) => void;
  /** The spec that is changed. */
  before?: Spec | undefined;
}

type Set = (part: Partial<ScheduleForm>) => void;

export function ScheduleFields({ form, onChange, before }: Props): ReactNode {
  const set: Set = (part) => onChange({ ...form, ...part });
  return (
    <>
      <WhatFields form={form} set={set} isNew={before === undefined} />
      <h2 className={styles["title"]}>When</h2>
      <TimesFields rows={form.rows} onChange={(rows) => set({ rows })} />
      <TextField
        label="Time zone"
        value={form.timezone}
        onChange={(timezone) => set({ timezone })}
        placeholder="UTC"
        list="time-zones"
        isOptional
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <SpecPreview form={form} before={before} />
      <h2 className={styles["title"]}>Policies</h2>
      <PolicyFields form={form} set={set} />
    </>
  );
}

function WhatFields({ form, set, isNew }: { form: ScheduleForm; set: Set; isNew: boolean }): ReactNode {
  return (
    <>
      {isNew ? (
        <TextField
          label="Schedule id"
          value={form.scheduleId}
          onChange={(scheduleId) => set({ scheduleId })}
          placeholder="nightly-report"
          isMono
        />
      ) : null}
      <div className={styles["pair"]}>
        <TextField
          label="Workflow type"
          value={form.workflowType}
          onChange={(workflowType) => set({ workflowType })}
          isMono
        />
        <TextField
          label="Task queue"
          value={form.taskQueue}
          onChange={(taskQueue) => set({ taskQueue })}
          isMono
        />
      </div>
      <TextField
        label="Workflow id"
        value={form.workflowId}
        onChange={(workflowId) => set({ workflowId })}
        hint="The time of the run is added. Left empty, it is the schedule's id."
        isOptional
        isMono
      />
      {form.args === undefined ? (
        <Note>The arguments are encoded by the workers’ codec and stay as they are.</Note>
      ) : (
        <TextAreaField
          label="Arguments"
          value={form.args}
          onChange={(args) => set({ args })}
          placeholder='["world", 42]'
          hint="A JSON array, one element for each argument."
          rows={3}
          isOptional
          isMono
        />
      )}
    </>
  );
}

function PolicyFields({ form, set }: { form: ScheduleForm; set: Set }): ReactNode {
  return (
    <>
      <SelectField
        label="When the run before still runs"
        choices={OVERLAP_POLICIES}
        value={form.overlap}
        onChange={(overlap) => set({ overlap })}
      />
      <div className={styles["pair"]}>
        <TextField
          label="Jitter"
          value={form.jitter}
          onChange={(jitter) => set({ jitter })}
          placeholder="30s"
          hint="Spreads starts over this time."
          isOptional
        />
        <TextField
          label="Catch-up window"
          value={form.catchup}
          onChange={(catchup) => set({ catchup })}
          placeholder="365d"
          hint="How late a missed start is still made."
          isOptional
        />
      </div>
      <SwitchField
        label="Pause when a run fails"
        isOn={form.pauseOnFailure}
        onChange={(pauseOnFailure) => set({ pauseOnFailure })}
      />
      <TextField label="Notes" value={form.notes} onChange={(notes) => set({ notes })} isOptional />
    </>
  );
}
