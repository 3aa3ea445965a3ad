// Code, a command or a PEM text to copy. Text only, whatever it holds.
import type { ReactNode } from "react";
import styles from "./code-block.module.css";
import { CopyButton } from "./copy-button.tsx";

interface Props {
  text: string;
  /** Says what it is: a file name or "Terminal". */
  title?: ReactNode;
  label?: string;
  maxLines?: number;
}

const LINE_PX = 19;
const PADDING_PX = 24;

export function CodeBlock({ text, title, label = "Copy", maxLines = 24 }: Props): ReactNode {
  return (
    <figure className={styles["block"]}>
      <figcaption className={styles["bar"]}>
        <span className={styles["title"]}>{title}</span>
        <CopyButton text={text} label={label} />
      </figcaption>
      <pre className={styles["code"]} tabIndex={0} style={{ maxHeight: maxLines * LINE_PX + PADDING_PX }}>
        {text}
      </pre>
    </figure>
  );
}
