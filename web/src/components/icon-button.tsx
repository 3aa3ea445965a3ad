// A button that is only an icon: its label is the tooltip and what screen readers say.
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import type { ButtonProps } from "./button.tsx";
import styles from "./icon-button.module.css";
import { Tooltip } from "./tooltip.tsx";

interface Props extends Omit<ButtonProps, "kind" | "isBusy"> {
  label: string;
  /** Shown beside the label, as `?` or `Ctrl K`. */
  keys?: string;
}

export function IconButton({ label, keys, icon, className, ...rest }: Props): ReactNode {
  return (
    <Tooltip text={keys === undefined ? label : `${label}  ${keys}`}>
      <button type="button" aria-label={label} {...rest} className={classNames(styles["button"], className)}>
        {icon}
      </button>
    </Tooltip>
  );
}
