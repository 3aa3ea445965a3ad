// What the palette offers: the sections, the account's namespaces, the look, and what pages add (see #hooks/commands).
import { useNavigate } from "@tanstack/react-router";
import { Boxes, Keyboard, Moon, Plus, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { theme } from "#preferences/look";
import { NAMESPACE_SECTIONS } from "./namespace-sections.tsx";
import { useSections } from "./sections.tsx";

export interface Command {
  id: string;
  label: string;
  /** Other words that find it. */
  words?: string;
  icon?: ReactNode;
  keys?: string;
  run: () => void;
}

export interface CommandGroup {
  value: string;
  items: Command[];
}

const NAMESPACES_OFFERED = 200;

export function useCommands({ onKeys }: { onKeys: () => void }): CommandGroup[] {
  const navigate = useNavigate();
  const { data } = api.useQuery("get", "/cloud/namespaces", {
    params: { query: { pageSize: NAMESPACES_OFFERED } },
  });
  const namespaces = (data?.namespaces ?? []).map(({ namespace = "" }) => ({
    id: namespace,
    label: namespace,
    icon: <Boxes />,
    run: () => void navigate({ to: "/namespaces/$namespace", params: { namespace } }),
  }));
  const sections = useSections().map(({ to, label, icon: Icon, keys }) => ({
    id: to,
    label,
    words: "go to open",
    icon: <Icon />,
    ...(keys === undefined ? {} : { keys }),
    run: () => void navigate({ to }),
  }));
  const namespace = useNamespaceId();
  const inside = (namespace === "" ? [] : NAMESPACE_SECTIONS).map(({ to, label, icon: Icon, keys }) => ({
    ...{ id: to, label: `${label} of ${namespace}`, words: "go to open", icon: <Icon />, keys },
    run: () => void navigate({ to, params: { namespace } }),
  }));
  const actions: Command[] = [
    {
      id: "create-namespace",
      label: "Create namespace",
      words: "new add",
      icon: <Plus />,
      run: () => void navigate({ to: "/namespaces/create" }),
    },
    { id: "light", label: "Use the light theme", icon: <Sun />, run: () => theme.set("light") },
    { id: "dark", label: "Use the dark theme", icon: <Moon />, run: () => theme.set("dark") },
    {
      id: "keys",
      label: "Show the keyboard map",
      words: "shortcuts help",
      icon: <Keyboard />,
      keys: "?",
      run: onKeys,
    },
  ];
  return [
    { value: "Go to", items: [...sections, ...inside] },
    { value: "Namespaces", items: namespaces },
    { value: "Do", items: actions },
  ].filter(({ items }) => items.length > 0);
}
