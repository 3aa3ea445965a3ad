// The sections of the rail, in order: add a line for a new one. `keys` is the sequence that goes there.
import { useQuery } from "@tanstack/react-query";
import type { LinkProps } from "@tanstack/react-router";
import {
  Activity,
  BookOpen,
  Boxes,
  Cable,
  ChartColumn,
  CreditCard,
  FolderTree,
  Gauge,
  Inbox,
  KeyRound,
  Network,
  ScrollText,
  ServerCog,
  Signature,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { api } from "#api/client";
import { hasMailboxQuery } from "#api/mailbox";
import { useMay } from "#api/own-access";

const FRESH_MS = 60_000;

export interface SectionLink {
  label: string;
  to: NonNullable<LinkProps["to"]>;
  icon: LucideIcon;
  keys?: string;
  group: "Work" | "Account" | "Installation";
  /** The action that one must be allowed to see it; without it everybody does. */
  needs?: string;
  /** Of the installation: shown to its operators, or where it keeps its mail. */
  place?: "operators" | "mailbox";
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
  { label: "Guides", to: "/guides", icon: BookOpen, keys: "g h", group: "Work" },
  {
    label: "Operator area",
    to: "/operator",
    icon: ServerCog,
    keys: "g o",
    group: "Installation",
    place: "operators",
  },
  { label: "Mailbox", to: "/mailbox", icon: Inbox, keys: "g m", group: "Installation", place: "mailbox" },
];

/** The sections that the person can use; those that need a permission or a place appear when it is known to be there. */
export function useSections(): readonly SectionLink[] {
  const may = useMay();
  const operator = api.useQuery("get", "/api/v1/operator-access", {}, { staleTime: FRESH_MS });
  const { data: hasMailbox = false } = useQuery(hasMailboxQuery);
  const has = { operators: operator.data?.eligible === true, mailbox: hasMailbox };
  return SECTIONS.filter(
    ({ needs, place }) => (needs === undefined || may(needs)) && (place === undefined || has[place]),
  );
}
