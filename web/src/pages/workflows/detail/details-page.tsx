// Everything else that is known of a run: search attributes, memo, its time limits, versions, how it was started.
import type { ReactNode } from "react";
import { PayloadView } from "#components/payload-view";
import { Section } from "#components/section";
import { visibleText, type Payload } from "#format/payload";
import { attributesOf } from "../history/history-event.ts";
import { AttributesView } from "./attributes-view.tsx";
import styles from "./detail.module.css";
import { useHistory, useRun } from "./use-run.tsx";

export function WorkflowDetailsPage(): ReactNode {
  const { info, description } = useRun();
  const { events } = useHistory();
  return (
    <>
      <Section title="Search attributes" text="It is found by them in lists.">
        <Payloads payloads={info?.searchAttributes?.indexedFields} empty="It has none." />
      </Section>
      <Section title="Memo" text="Shown in lists, not searched.">
        <Payloads payloads={info?.memo?.fields} empty="It has none." />
      </Section>
      <Section title="Settings">
        <div className={styles["stack"]}>
          <AttributesView attributes={(description?.executionConfig ?? {}) as Record<string, unknown>} />
          <AttributesView
            attributes={{
              historySizeBytes: info?.historySizeBytes,
              stateTransitionCount: info?.stateTransitionCount,
              priority: info?.priority,
              versioning: info?.versioningInfo,
              extended: description?.workflowExtendedInfo,
            }}
          />
        </div>
      </Section>
      <Section title="How it was started">
        {events[0] === undefined ? null : (
          <AttributesView attributes={withoutPayloads(attributesOf(events[0]))} />
        )}
      </Section>
    </>
  );
}

const SHOWN_ELSEWHERE = new Set(["input", "memo", "searchAttributes"]);

function withoutPayloads(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !SHOWN_ELSEWHERE.has(key)));
}

function Payloads(props: { payloads: Record<string, Payload> | undefined; empty: string }): ReactNode {
  const entries = Object.entries(props.payloads ?? {});
  if (entries.length === 0) return <p className={styles["muted"]}>{props.empty}</p>;
  return (
    <div className={styles["stack"]}>
      {entries.map(([name, payload]) => (
        <PayloadView key={name} payload={payload} title={visibleText(name)} />
      ))}
    </div>
  );
}
