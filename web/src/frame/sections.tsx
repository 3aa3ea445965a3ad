// The sections of the rail, in order: add a line for a new one. `keys` is the sequence that goes there.
import type { LinkProps } from "@tanstack/react-router";
import { Boxes, type LucideIcon } from "lucide-react";

export interface SectionLink {
  label: string;
  to: NonNullable<LinkProps["to"]>;
  icon: LucideIcon;
  keys?: string;
  group: "Work" | "Account" | "Installation";
}

export const SECTIONS: readonly SectionLink[] = [
  { label: "Namespaces", to: "/namespaces", icon: Boxes, keys: "g n", group: "Work" },
];
