// A part of a page: its title and a sentence at the left, its content beside it (below it on narrow screens).
import { useId, type ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./section.module.css";

interface Props {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  /** "stacked" for content that needs the whole width: tables and charts. */
  layout?: "beside" | "stacked";
  children: ReactNode;
}

export function Section({ title, text, actions, layout = "beside", children }: Props): ReactNode {
  const id = useId();
  return (
    <section className={classNames(styles["section"], styles[layout])} aria-labelledby={id}>
      <div className={styles["heading"]}>
        <div>
          <h2 id={id}>{title}</h2>
          {text === undefined ? null : <p className={styles["text"]}>{text}</p>}
        </div>
        {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
      </div>
      <div className={styles["content"]}>{children}</div>
    </section>
  );
}
