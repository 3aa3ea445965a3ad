// The sections of the rail, in order: add a line for a new one. `keys` is the sequence that goes there.
import type { LinkProps } from "@tanstack/react-router";
import {
  Activity,
  Boxes,
  Cable,
  ChartColumn,
  CreditCard,
  FolderTree,
  Gauge,
  KeyRound,
  Network,
  ScrollText,
  Signature,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { useMay } from "#api/own-access";

export interface SectionLink {
  label: string;
  to: NonNullable<LinkProps["to"]>;
  icon: LucideIcon;
  keys?: string;
  group: "Work" | "Account" | "Installation";
  /** The action that one must be allowed to see it; without it everybody does. */
  needs?: string;
}

const SECTIONS: readonly SectionLink[] = [
  { label: "Namespaces", to: "/namespaces", icon: Boxes, keys: "g n", group: "Work" },
  { label: "Workflows", to: "/workflows", icon: Activity, keys: "g w", group: "Work" },
  {
    label: "Nexus",
    to: "/nexus",
    icon: Cable,
    keys: "g x",
    group: "Work",
    needs: "cloud.nexusendpoint.list",
  },
  {
    label: "Usage",
    to: "/usage",
    icon: ChartColumn,
    keys: "g u",
    group: "Account",
    needs: "cloud.usage.get",
  },
  {
    label: "Billing",
    to: "/billing",
    icon: CreditCard,
    keys: "g b",
    group: "Account",
    needs: "cloud.billing.get",
  },
  {
    label: "People",
    to: "/people/users",
    icon: UsersRound,
    keys: "g p",
    group: "Account",
    needs: "cloud.user.list",
  },
  { label: "Security", to: "/security", icon: KeyRound, keys: "g s", group: "Account" },
  {
    label: "Approvals",
    to: "/approvals",
    icon: Signature,
    keys: "g a",
    group: "Account",
    needs: "cloud.consensuspolicy.list",
  },
  {
    label: "Audit log",
    to: "/audit",
    icon: ScrollText,
    keys: "g l",
    group: "Account",
    needs: "cloud.auditlog.list",
  },
  { label: "Projects", to: "/projects", icon: FolderTree, keys: "g j", group: "Account" },
  {
    label: "Network",
    to: "/network",
    icon: Network,
    keys: "g e",
    group: "Account",
    needs: "cloud.connectivityrule.list",
  },
  { label: "Limits", to: "/limits", icon: Gauge, keys: "g i", group: "Account", needs: "cloud.quota.list" },
];

/** The sections that the person can use; those that need a permission appear when it is known to be there. */
export function useSections(): readonly SectionLink[] {
  const may = useMay();
  return SECTIONS.filter(({ needs }) => needs === undefined || may(needs));
}
