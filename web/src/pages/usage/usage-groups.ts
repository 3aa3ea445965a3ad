// What usage can be grouped by, and what a row is called in each grouping.
import { api, type Schemas } from "#api/client";
import type { Choice } from "#components/select-field";
import { wordsOf } from "#format/words";

export type UsageRow = Schemas["cellplane.cloud.v1.UsageRow"];
/** What a row of usage and a row of costs have in common. */
type Grouped = Pick<UsageRow, "namespace" | "kind" | "workflowType" | "taskQueue" | "project" | "tags">;

const FIXED: readonly Choice<string>[] = [
  { value: "kind", label: "Action kind" },
  { value: "namespace", label: "Namespace" },
  { value: "project", label: "Project" },
  { value: "workflow_type", label: "Workflow type" },
  { value: "task_queue", label: "Task queue" },
];
const NAMESPACES_READ = 1_000;

/** Storage belongs to a namespace, so only what a namespace has can divide it. */
export function dividesStorage(group: string): boolean {
  return group === "namespace" || group === "project" || group.startsWith("tag:");
}

/** The key of a row; empty for what the group says nothing about. */
export function keyOf(row: Grouped, group: string): string {
  if (group.startsWith("tag:")) return row.tags?.[group.slice("tag:".length)] ?? "";
  const keys: Record<string, string | undefined> = {
    kind: row.kind,
    namespace: row.namespace,
    project: row.project,
    workflow_type: row.workflowType,
    task_queue: row.taskQueue,
  };
  return keys[group] ?? "";
}

/** "start_workflow" as "Start workflow"; names that people gave stay as they are. */
export function labelOf(key: string, group: string, projects: ReadonlyMap<string, string>): string {
  if (group === "kind") return wordsOf(key);
  if (key === "") return group.startsWith("tag:") ? `Without ${group.slice(4)}` : (WITHOUT[group] ?? "Other");
  return group === "project" ? (projects.get(key) ?? key) : key;
}

const WITHOUT: Readonly<Record<string, string>> = {
  project: "Deleted namespaces",
  workflow_type: "No workflow type",
  task_queue: "No task queue",
};

/** The groupings with the tags that the namespaces have, the namespaces, and the projects' names. */
export function useGroups(): {
  groups: readonly Choice<string>[];
  namespaces: readonly Choice<string>[];
  projects: ReadonlyMap<string, string>;
} {
  const namespaces = api.useQuery("get", "/cloud/namespaces", {
    params: { query: { pageSize: NAMESPACES_READ } },
  });
  const projects = api.useQuery("get", "/cloud/projects", { params: { query: {} } });
  const all = namespaces.data?.namespaces ?? [];
  const tags = [...new Set(all.flatMap(({ tags: each }) => Object.keys(each ?? {})))].sort();
  return {
    groups: [...FIXED, ...tags.map((tag) => ({ value: `tag:${tag}`, label: `Tag ${tag}` }))],
    namespaces: [
      { value: "", label: "All namespaces" },
      ...all.map(({ namespace = "" }) => ({ value: namespace, label: namespace })),
    ],
    projects: new Map(
      (projects.data?.projects ?? []).map(({ id = "", spec }) => [id, spec?.displayName ?? id]),
    ),
  };
}
