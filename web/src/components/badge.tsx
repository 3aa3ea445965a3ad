// A small word that classifies: a role, a region, "default". Not for states: those are status marks.
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./badge.module.css";

interface Props {
  children: ReactNode;
  tone?: "plain" | "accent" | "warning";
}

export function Badge({ children, tone = "plain" }: Props): ReactNode {
  return <span className={classNames(styles["badge"], styles[tone])}>{children}</span>;
}
