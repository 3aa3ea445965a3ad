// The parts of a page, each with its own address. The chosen one is the one that the address names.
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./link-tabs.module.css";

export function LinkTabs({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <nav className={styles["tabs"]} aria-label={label}>
      {children}
    </nav>
  );
}

function Anchor({
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }): ReactNode {
  return (
    <a {...rest} className={styles["tab"]}>
      {children}
    </a>
  );
}

/** `<LinkTab to="/namespaces/$namespace/settings" params={...}>Settings</LinkTab>` */
export const LinkTab = createLink(Anchor);
