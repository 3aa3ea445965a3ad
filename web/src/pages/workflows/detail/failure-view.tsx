// A failure with its causes: message, type, where it was thrown. As text only.
import type { ReactNode } from "react";
import { Badge } from "#components/badge";
import { CodeBlock } from "#components/code-block";
import { PayloadList, PayloadView } from "#components/payload-view";
import { isPayload, visibleText, type Payload } from "#format/payload";
import styles from "./detail.module.css";

interface Failure {
  message?: string;
  source?: string;
  stackTrace?: string;
  encodedAttributes?: unknown;
  cause?: unknown;
  applicationFailureInfo?: { type?: string; nonRetryable?: boolean; details?: { payloads?: Payload[] } };
  timeoutFailureInfo?: { timeoutType?: string };
}

const CAUSES_MAX = 20;

export function FailureView({ failure, depth = 0 }: { failure: unknown; depth?: number }): ReactNode {
  if (failure === null || typeof failure !== "object" || depth >= CAUSES_MAX) return null;
  const {
    message = "",
    stackTrace = "",
    encodedAttributes,
    cause,
    source = "",
    ...infos
  } = failure as Failure;
  const { applicationFailureInfo: application, timeoutFailureInfo: timeout } = infos;
  const kind =
    application?.type ??
    timeout?.timeoutType?.replace("TIMEOUT_TYPE_", "").replaceAll("_", " ").toLowerCase();
  return (
    <div className={styles["failure"]}>
      {depth === 0 ? null : <p className={styles["muted"]}>Caused by</p>}
      <p className={styles["failure-message"]}>{visibleText(message) || "A failure without a message"}</p>
      <p className={styles["badges"]}>
        {kind === undefined || kind === "" ? null : <Badge>{visibleText(kind)}</Badge>}
        {application?.nonRetryable === true ? <Badge tone="warning">not retryable</Badge> : null}
        {source === "" ? null : <Badge>{visibleText(source)}</Badge>}
      </p>
      {isPayload(encodedAttributes) ? <PayloadView payload={encodedAttributes} title="Encoded" /> : null}
      {application?.details?.payloads === undefined ? null : (
        <PayloadList payloads={application.details.payloads} />
      )}
      {stackTrace === "" ? null : (
        <CodeBlock title="Stack trace" text={visibleText(stackTrace).trim()} maxLines={12} />
      )}
      <FailureView failure={cause} depth={depth + 1} />
    </div>
  );
}
