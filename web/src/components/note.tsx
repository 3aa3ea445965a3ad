// A remark that belongs to what is below it: good to know, or a warning with what to do.
import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./note.module.css";

export function Note({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "warning" | "good";
  children: ReactNode;
}): ReactNode {
  return (
    <div className={classNames(styles["note"], styles[tone])} role="note">
      {tone === "warning" ? <TriangleAlert aria-hidden /> : <Info aria-hidden />}
      <div>{children}</div>
    </div>
  );
}
