// One record whole: who, from where, what it changed before and after, and its place in the chain.
import type { ReactNode } from "react";
import { CodeBlock } from "#components/code-block";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";
import { changesOf, factsOf, type LogRecord } from "./audit-record.ts";
import styles from "./record-details.module.css";

export function RecordDetails({ record }: { record: LogRecord }): ReactNode {
  const { principal, xForwardedFor, emitTime, asyncOperationId } = record;
  const { action, code, resourceType, resourceId, requestId, message, sequence, hash } = factsOf(record);
  const changes = changesOf(record);
  const facts = [
    { name: "When", value: <Timestamp at={emitTime} form="absolute" /> },
    { name: "Who", value: `${principal?.name ?? ""} (${principal?.type ?? ""})` },
    {
      name: "API key",
      value: principal?.apiKeyId === "" ? "" : <Identifier value={principal?.apiKeyId ?? ""} />,
    },
    { name: "From", value: xForwardedFor },
    { name: "Action", value: <code>{action}</code> },
    { name: "On", value: `${resourceType} ${resourceId}` },
    { name: "Outcome", value: code },
    { name: "Said", value: message },
    { name: "Operation", value: <Identifier value={asyncOperationId ?? ""} /> },
    { name: "Request", value: <Identifier value={requestId} /> },
    { name: "In the chain", value: sequence },
    { name: "Hash", value: <Identifier value={hash} characters={24} /> },
  ].filter(({ value }) => value !== "" && value !== undefined);
  return (
    <>
      <Facts facts={facts} />
      {changes.length === 0 ? null : (
        <SimpleTable
          label="What changed"
          headers={["Changed", "Before", "After"]}
          rows={changes.map(({ path, before, after }) => ({
            key: path,
            cells: [
              <code key="path">{path}</code>,
              before === undefined ? "" : <del className={styles["before"]}>{before}</del>,
              after === undefined ? "" : <ins className={styles["after"]}>{after}</ins>,
            ],
          }))}
        />
      )}
      <CodeBlock
        title="Record"
        text={JSON.stringify(record, null, 2)}
        label="Copy the record"
        maxLines={16}
      />
    </>
  );
}
