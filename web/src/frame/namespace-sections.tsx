// What runs in a namespace, in the rail below the sections while one is inside of a namespace: add a line for a new one.
import { Activity, CalendarClock, Layers, ListChecks, ListOrdered, type LucideIcon } from "lucide-react";

export const NAMESPACE_SECTIONS = [
  { label: "Workflows", to: "/namespaces/$namespace/workflows", icon: Activity, keys: "g w" },
  { label: "Schedules", to: "/namespaces/$namespace/schedules", icon: CalendarClock, keys: "g t" },
  { label: "Task queues", to: "/namespaces/$namespace/task-queues", icon: ListOrdered, keys: "g q" },
  { label: "Deployments", to: "/namespaces/$namespace/deployments", icon: Layers, keys: "g d" },
  { label: "Batch operations", to: "/namespaces/$namespace/batch-operations", icon: ListChecks, keys: "g o" },
] as const satisfies readonly { label: string; to: string; icon: LucideIcon; keys: string }[];

export type NamespaceSectionLink = (typeof NAMESPACE_SECTIONS)[number];
