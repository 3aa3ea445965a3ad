// Filters of workflows that a person saved under a name. Kept in this browser only: the API has no place for them.
import { useSyncExternalStore } from "react";

export interface WorkflowView {
  name: string;
  /** A list filter. */
  query: string;
}

const KEY = "cellplane.workflow-views";
const VIEWS_MAX = 50;
export const NAME_LENGTH_MAX = 60;
const QUERY_LENGTH_MAX = 4_000;

const listeners = new Set<() => void>();
let current: readonly WorkflowView[] = read();

window.addEventListener("storage", (event) => {
  if (event.key === KEY) changeTo(read());
});

export function useWorkflowViews(): readonly WorkflowView[] {
  return useSyncExternalStore(subscribe, () => current);
}

/** Replaces the one of the same name. */
export function keepView(view: WorkflowView): void {
  const kept = { name: view.name.slice(0, NAME_LENGTH_MAX), query: view.query.slice(0, QUERY_LENGTH_MAX) };
  write([kept, ...current.filter(({ name }) => name !== kept.name)].slice(0, VIEWS_MAX));
}

export function forgetView(name: string): void {
  write(current.filter((view) => view.name !== name));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changeTo(views: readonly WorkflowView[]): void {
  current = views;
  for (const listener of listeners) listener();
}

function read(): readonly WorkflowView[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isView).slice(0, VIEWS_MAX) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is WorkflowView {
  if (typeof value !== "object" || value === null || !("name" in value) || !("query" in value)) return false;
  return typeof value.name === "string" && typeof value.query === "string";
}

function write(views: readonly WorkflowView[]): void {
  changeTo(views);
  try {
    window.localStorage.setItem(KEY, JSON.stringify(views));
  } catch {
    // Without storage they last as long as the page.
  }
}
