// The frame of the pages without a session: the mark, a title, one form, and the way elsewhere.
import { useEffect, type ReactNode } from "react";
import { BrandHeader } from "#frame/brand-header";
import styles from "./entrance.module.css";

interface Props {
  title: string;
  text?: ReactNode;
  children: ReactNode;
  /** "New here? Sign up". */
  elsewhere?: ReactNode;
}

export function Entrance({ title, text, children, elsewhere }: Props): ReactNode {
  useEffect(() => {
    document.title = `${title} · Cellplane`;
  }, [title]);
  return (
    <div className={styles["page"]}>
      <BrandHeader />
      <main className={styles["main"]}>
        <h1>{title}</h1>
        {text === undefined ? null : <p className={styles["text"]}>{text}</p>}
        {children}
        {elsewhere === undefined ? null : <p className={styles["elsewhere"]}>{elsewhere}</p>}
      </main>
    </div>
  );
}
