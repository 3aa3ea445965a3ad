// The keyboard of the console: single keys and sequences such as "g n", which the map behind "?" lists. Keys typed into
// a field belong to the field, except chords with Ctrl or Cmd.
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export interface Shortcut {
  /** "?", "j", "g n", "mod+k" (Ctrl, or Cmd on a Mac). */
  keys: string;
  label: string;
  group: string;
}

interface Registered extends Shortcut {
  run: () => void;
}

const SEQUENCE_MS = 1_200;
let registered: readonly Registered[] = [];
const listeners = new Set<() => void>();
let begun: { key: string; atMs: number } | undefined;

function change(next: readonly Registered[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/** The one that was registered last wins, so that a page can take a key over from the frame. */
function find(keys: string): Registered | undefined {
  return registered.findLast((shortcut) => shortcut.keys === keys);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const isChord = event.ctrlKey || event.metaKey;
  if (!isChord && (isTyping(event.target) || isInOverlay(event.target))) return;
  const key = isChord ? `mod+${event.key.toLowerCase()}` : event.key;
  const isSequence = begun !== undefined && event.timeStamp - begun.atMs < SEQUENCE_MS && !isChord;
  const shortcut = (isSequence ? find(`${begun?.key} ${key}`) : undefined) ?? find(key);
  begun = undefined;
  if (shortcut !== undefined) {
    event.preventDefault();
    shortcut.run();
  } else if (!isChord && registered.some(({ keys }) => keys.startsWith(`${key} `))) {
    begun = { key, atMs: event.timeStamp };
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

function isInOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** Registers a key while the component is there; `isActive` switches it. */
export function useShortcut({ keys, label, group }: Shortcut, run: () => void, isActive = true): void {
  const runNow = useEffectEvent(run);
  useEffect(() => {
    if (!isActive) return undefined;
    const entry: Registered = { keys, label, group, run: () => runNow() };
    if (registered.length === 0) document.addEventListener("keydown", onKeyDown);
    change([...registered, entry]);
    return () => {
      change(registered.filter((each) => each !== entry));
      if (registered.length === 0) document.removeEventListener("keydown", onKeyDown);
    };
  }, [keys, label, group, isActive]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All keys that do something now, for the map. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => registered);
}
