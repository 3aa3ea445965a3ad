// A dialog over the page. Escape and the scrim close it; focus returns to where it was.
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import { CloseButton } from "./close-button.tsx";
import styles from "./dialog.module.css";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  text?: ReactNode;
  width?: "normal" | "wide";
  children: ReactNode;
}

export function Dialog({ isOpen, onClose, title, text, width = "normal", children }: Props): ReactNode {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles["scrim"]} />
        <Base.Popup className={classNames(styles["popup"], styles[width])}>
          <header className={styles["header"]}>
            <Base.Title className={styles["title"]}>{title}</Base.Title>
            <Base.Close render={<CloseButton />} />
          </header>
          {text === undefined ? null : (
            <Base.Description className={styles["text"]} render={<div />}>
              {text}
            </Base.Description>
          )}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
