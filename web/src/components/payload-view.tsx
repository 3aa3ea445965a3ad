// A payload for reading: always as text, whatever it holds. What only the user's codec can read is asked of the
// namespace's codec server, and says so when there is none.
import type { ReactNode } from "react";
import { bytes as bytesWords } from "#format/figures";
import { readPayload, visibleText, type Payload } from "#format/payload";
import { CodeBlock } from "./code-block.tsx";
import { useCodec, useDecoded } from "./codec-context.tsx";
import styles from "./payload-view.module.css";

/** More is cut, and can be copied whole. */
const CHARACTERS_SHOWN = 100_000;

export function PayloadView({ payload, title }: { payload: Payload; title?: string }): ReactNode {
  const codec = useCodec();
  const { payload: decoded, error } = useDecoded(payload);
  const read = readPayload(decoded);
  const name = title === undefined ? "" : `${title} · `;
  switch (read.kind) {
    case "nothing":
      return <CodeBlock title={`${name}null`} text="null" />;
    case "json": {
      const isCut = read.text.length > CHARACTERS_SHOWN;
      const kind = read.messageType ?? (decoded === payload ? "JSON" : "JSON, decoded");
      return (
        <CodeBlock
          title={`${name}${visibleText(kind)}${isCut ? ", the beginning" : ""}`}
          text={isCut ? `${read.text.slice(0, CHARACTERS_SHOWN)}…` : read.text}
        />
      );
    }
    case "bytes":
      return (
        <CodeBlock
          title={`${name}${visibleText(read.messageType ?? "bytes")}, ${bytesWords(read.bytes)}`}
          text={read.hex}
        />
      );
    case "encoded":
      return (
        <div className={styles["encoded"]}>
          <CodeBlock
            title={`${name}${read.encoding}, ${bytesWords(read.bytes)}`}
            text={read.hex}
            maxLines={6}
          />
          <p className={styles["why"]}>{whyEncoded(codec !== undefined, error)}</p>
          {error === undefined ? null : <CustomMessage />}
        </div>
      );
  }
}

function whyEncoded(hasCodec: boolean, error: string | undefined): string {
  if (!hasCodec)
    return "Encoded by the workers’ codec. Set a codec server in the namespace’s settings to read it here.";
  return error === undefined ? "Asking the codec server…" : `The codec server did not decode it: ${error}`;
}

/** What the namespace's owner wants to be told when it fails. */
function CustomMessage(): ReactNode {
  const custom = useCodec()?.spec.customErrorMessage?.default;
  if (custom?.message === undefined || custom.message === "") return null;
  const isLink = /^https:\/\//.test(custom.link ?? "");
  return (
    <p className={styles["why"]}>
      {visibleText(custom.message)}{" "}
      {isLink ? (
        <a href={custom.link} rel="noreferrer noopener" target="_blank">
          {custom.link}
        </a>
      ) : null}
    </p>
  );
}

/** Several, as the arguments of a call. */
export function PayloadList({
  payloads,
  empty = "Nothing",
}: {
  payloads: readonly Payload[] | undefined;
  empty?: string;
}): ReactNode {
  if (payloads === undefined || payloads.length === 0) return <p className={styles["why"]}>{empty}</p>;
  return (
    <div className={styles["list"]}>
      {payloads.map((payload, index) => (
        <PayloadView
          key={index}
          payload={payload}
          {...(payloads.length === 1 ? {} : { title: `Argument ${index + 1}` })}
        />
      ))}
    </div>
  );
}
