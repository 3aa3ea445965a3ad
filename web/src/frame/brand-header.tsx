// The header of pages without a rail: the mark, and what is at the right.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./brand-header.module.css";
import { Logo } from "./logo.tsx";

export function BrandHeader({ children }: { children?: ReactNode }): ReactNode {
  return (
    <header className={styles["header"]}>
      <Link to="/" className={styles["brand"]}>
        <Logo />
        Cellplane
      </Link>
      {children}
    </header>
  );
}
