// The recovery codes that come with the first second factor, shown once.
import type { ReactNode } from "react";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { Note } from "#components/note";

export function RecoveryCodes({
  codes,
  onClose,
}: {
  codes: readonly string[];
  onClose: () => void;
}): ReactNode {
  return (
    <>
      <Note tone="warning">
        Keep these where you keep passwords: each works once when the app or the passkey is lost. They are not
        shown again.
      </Note>
      <CodeBlock title="Recovery codes" text={codes.join("\n")} label="Copy the codes" />
      <div>
        <Button kind="primary" onClick={onClose}>
          I have kept them
        </Button>
      </div>
    </>
  );
}
