// What our own reconciliation found: differences with both sides, open until they are gone.
import type { ReactNode } from "react";
import { CodeBlock } from "#components/code-block";
import { Section } from "#components/section";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import type { Billing } from "./billing-facts.ts";
import styles from "./billing.module.css";

const WORDS: Readonly<Record<string, string>> = {
  "invoice-difference": "An invoice is not what the payment provider has",
  "invoice-missing": "An invoice is not at the payment provider",
  "meter-difference": "A meter is not what the payment provider has",
};
const JSON_LINES = 12;

export function Alerts({ billing: { alerts = [] } }: { billing: Billing }): ReactNode {
  if (alerts.length === 0) return null;
  return (
    <Section
      title="Differences"
      layout="stacked"
      text="Found by the daily comparison. We look into each of them."
    >
      <ul className={styles["stack"]}>
        {alerts.map(({ kind = "", subject = "", raisedTime, resolvedTime, detailJson = "" }) => (
          <li key={`${kind} ${subject} ${raisedTime ?? ""}`} className={styles["stack"]}>
            <div>
              {resolvedTime === undefined ? (
                <StatusMark status="failed" word="Open" />
              ) : (
                <StatusMark status="completed" word="Gone" />
              )}{" "}
              {WORDS[kind] ?? kind}: <code>{subject}</code>, found <Timestamp at={raisedTime} />
            </div>
            <CodeBlock title="Both sides" text={indented(detailJson)} maxLines={JSON_LINES} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
