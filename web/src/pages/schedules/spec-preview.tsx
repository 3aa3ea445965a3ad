// When a schedule of this form would act next; or what of the form is no schedule yet.
import type { ReactNode } from "react";
import { Timestamp } from "#components/timestamp";
import { useNow } from "#hooks/use-now";
import { nextTimes } from "./next-times.ts";
import { specOf, type ScheduleForm } from "./schedule-form.ts";
import type { Spec } from "./schedule-facts.ts";
import styles from "./spec-preview.module.css";
import { SpecMistake } from "./spec-mistake.ts";
import { specWords } from "./spec-words.ts";

const TIMES_SHOWN = 8;

export function SpecPreview({ form, before }: { form: ScheduleForm; before?: Spec | undefined }): ReactNode {
  const now = useNow();
  const read = readSpec(form, before);
  if (typeof read === "string") {
    return (
      <section className={styles["preview"]} aria-label="Next runs">
        <p className={styles["mistake"]} role="alert">
          {read}
        </p>
      </section>
    );
  }
  const words = specWords(read);
  const times = nextTimes(read, now, TIMES_SHOWN);
  return (
    <section className={styles["preview"]} aria-label="Next runs">
      <h3 className={styles["title"]}>Next runs</h3>
      <ul className={styles["words"]}>
        {words.length === 0 ? (
          <li>Only when it is triggered</li>
        ) : (
          words.map((line) => <li key={line}>{line}</li>)
        )}
      </ul>
      <ol className={styles["times"]}>
        {times.map((time) => (
          <li key={time}>
            <Timestamp at={time} form="absolute" />
          </li>
        ))}
      </ol>
      {words.length > 0 && times.length === 0 ? <p className={styles["words"]}>It would never act.</p> : null}
      {form.jitter.trim() === "" ? null : <p className={styles["words"]}>Each up to {form.jitter} later.</p>}
    </section>
  );
}

function readSpec(form: ScheduleForm, before: Spec | undefined): Spec | string {
  try {
    return specOf(form, before);
  } catch (error) {
    if (error instanceof SpecMistake) return error.message;
    throw error;
  }
}
