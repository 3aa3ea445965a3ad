// A secret that is shown once, with what that means.
import type { ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import { Note } from "./note.tsx";

interface Props {
  title: string;
  secret: string;
  /** "Copy the key". */
  label: string;
}

export function OnceShown({ title, secret, label }: Props): ReactNode {
  return (
    <>
      <Note tone="good">
        Copy it now: it is not kept, and cannot be shown again. A lost one is replaced by a new one.
      </Note>
      <CodeBlock title={title} text={secret} label={label} />
    </>
  );
}
