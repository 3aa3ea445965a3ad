// The mark: a cell.
import type { ReactNode } from "react";

export function Logo({ size = 26 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden style={{ flex: "none" }}>
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path
        d="M16 6.5l8.2 4.75v9.5L16 25.5l-8.2-4.75v-9.5z"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="16" r="3.1" fill="var(--on-accent)" />
    </svg>
  );
}
