// The frame of one page's content: title, what it is, actions at the right, then the content at full width (tables) or
// at a width for reading (forms).
import { useEffect, type ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./page.module.css";

interface Props {
  title: string;
  /** Beside the title: a status mark, a badge. */
  mark?: ReactNode;
  /** One sentence under the title. */
  text?: ReactNode;
  actions?: ReactNode;
  /** Under the title: a LinkTabs. */
  tabs?: ReactNode;
  width?: "full" | "reading";
  children: ReactNode;
}

export function Page({ title, mark, text, actions, tabs, width = "full", children }: Props): ReactNode {
  useEffect(() => {
    document.title = `${title} · Cellplane`;
  }, [title]);
  return (
    <div className={classNames(styles["page"], styles[width])}>
      <header className={classNames(styles["header"], tabs !== undefined && styles["with-tabs"])}>
        <div className={styles["words"]}>
          <div className={styles["title"]}>
            <h1>{title}</h1>
            {mark}
          </div>
          {text === undefined ? null : <p className={styles["text"]}>{text}</p>}
        </div>
        {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
      </header>
      {tabs}
      <div className={styles["content"]}>{children}</div>
    </div>
  );
}
