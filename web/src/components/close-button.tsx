// Closes what it is on. Without a tooltip: Escape must close the dialog, not the tooltip of its first button.
import { X } from "lucide-react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import styles from "./icon-button.module.css";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: React.Ref<HTMLButtonElement>;
}

export function CloseButton(props: Props): ReactNode {
  return (
    <button type="button" aria-label="Close" {...props} className={styles["button"]}>
      <X aria-hidden />
    </button>
  );
}
