// A button. The label is a verb; `primary` at most once on a page; `danger` only for what cannot be taken back.
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./button.module.css";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  icon?: ReactNode;
  /** While the click's work runs: the button says so and takes no second click. */
  isBusy?: boolean;
  ref?: React.Ref<HTMLButtonElement>;
}

export function Button({
  kind = "secondary",
  icon,
  isBusy = false,
  children,
  className,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : rest.onClick}
      className={classNames(buttonClass(kind), className)}
    >
      {isBusy ? <span className={styles["busy"]} aria-hidden /> : icon}
      {children}
    </button>
  );
}

/** For links that look like buttons. */
export function buttonClass(kind: ButtonKind): string {
  return classNames(styles["button"], styles[kind]);
}
