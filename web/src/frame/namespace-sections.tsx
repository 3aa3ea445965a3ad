// What runs in a namespace, in the rail below the sections while one is inside of a namespace: add a line for a new one.
import { CalendarClock, type LucideIcon } from "lucide-react";

export const NAMESPACE_SECTIONS = [
  { label: "Schedules", to: "/namespaces/$namespace/schedules", icon: CalendarClock, keys: "g t" },
] as const satisfies readonly { label: string; to: string; icon: LucideIcon; keys: string }[];

export type NamespaceSectionLink = (typeof NAMESPACE_SECTIONS)[number];
