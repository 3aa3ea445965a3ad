// What belongs to an event, for reading: facts first, then payloads and failures at full width. Whatever an event holds is
// shown, also what this page does not know yet.
import type { ReactNode } from "react";
import { Facts, type Fact } from "#components/facts";
import { PayloadList, PayloadView } from "#components/payload-view";
import { Timestamp } from "#components/timestamp";
import { isPayload, visibleText, type Payload } from "#format/payload";
import { duration } from "#format/time";
import styles from "./detail.module.css";
import { FailureView } from "./failure-view.tsx";

interface Block {
  name: string;
  content: ReactNode;
}

const DEPTH_MAX = 8;
const FAILURE_KEYS = new Set(["failure", "lastFailure", "cause", "lastAttemptFailure"]);

export function AttributesView({ attributes }: { attributes: Readonly<Record<string, unknown>> }): ReactNode {
  const facts: Fact[] = [];
  const blocks: Block[] = [];
  collect(attributes, [], { facts, blocks });
  return (
    <>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {blocks.map(({ name, content }) => (
        <div key={name} className={styles["block"]}>
          <h4>{name}</h4>
          {content}
        </div>
      ))}
    </>
  );
}

function collect(
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
  into: { facts: Fact[]; blocks: Block[] },
): void {
  for (const [key, each] of Object.entries(value)) {
    if (each === null || each === undefined || each === "") continue;
    const at = [...path, key];
    const name = nameOf(at);
    const block = blockOf(key, each);
    if (block !== undefined) into.blocks.push({ name, content: block });
    else if (typeof each !== "object") into.facts.push({ name, value: plain(key, each) });
    else if (at.length >= DEPTH_MAX || Array.isArray(each)) {
      into.facts.push({ name, value: <code>{visibleText(JSON.stringify(each))}</code> });
    } else collect(each as Record<string, unknown>, at, into);
  }
}

function blockOf(key: string, value: unknown): ReactNode | undefined {
  if (typeof value !== "object") return undefined;
  if (isPayload(value)) return <PayloadView payload={value} />;
  if (FAILURE_KEYS.has(key)) return <FailureView failure={value} />;
  const { payloads } = value as { payloads?: unknown };
  if (Array.isArray(payloads) && payloads.every(isPayload)) {
    return <PayloadList payloads={payloads as Payload[]} />;
  }
  return undefined;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const DURATION = /^-?\d+(\.\d+)?s$/;

function plain(key: string, value: unknown): ReactNode {
  const text = String(value as string | number | boolean);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (TIME.test(text)) return <Timestamp at={text} form="absolute" />;
  if (DURATION.test(text)) return duration(Number.parseFloat(text) * 1_000);
  return /id$/i.test(key) ? <code>{visibleText(text)}</code> : visibleText(text);
}

/** "Task queue name" from ["taskQueue", "name"]. */
function nameOf(path: readonly string[]): string {
  const words = path
    .join(" ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
