// A look at one row without leaving the list: a panel at the right. Escape closes it; the row's page is one click away.
import { useEffect, type ReactNode } from "react";
import { CloseButton } from "./close-button.tsx";
import styles from "./peek-panel.module.css";

interface Props {
  title: ReactNode;
  /** The way to the whole page: a ButtonLink. */
  openPage?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

export function PeekPanel({ title, openPage, onClose, children }: Props): ReactNode {
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [onClose]);
  return (
    <aside className={styles["panel"]} aria-label="Details">
      <header className={styles["header"]}>
        <h2 className={styles["title"]}>{title}</h2>
        <div className={styles["actions"]}>
          {openPage}
          <CloseButton onClick={onClose} />
        </div>
      </header>
      <div className={styles["content"]}>{children}</div>
    </aside>
  );
}
