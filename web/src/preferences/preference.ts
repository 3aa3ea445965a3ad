// What a person chose about the look: kept in this browser only. Nothing else of the console is ever stored there.
import { useSyncExternalStore } from "react";

export interface Preference<Value extends string> {
  read(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
}

const PREFIX = "cellplane.";

/** One of a closed set of values; anything else that is found in the storage counts as `fallback`. */
export function preference<const Value extends string>(
  name: string,
  values: readonly Value[],
  fallback: Value,
): Preference<Value> {
  const key = PREFIX + name;
  const listeners = new Set<() => void>();
  let current = parse(readStored(key), values) ?? fallback;
  const changeTo = (value: Value): void => {
    current = value;
    for (const listener of listeners) listener();
  };
  // Another tab's choice is this one's too.
  window.addEventListener("storage", (event) => {
    if (event.key === key) changeTo(parse(event.newValue, values) ?? fallback);
  });
  return {
    read: () => current,
    set: (value) => {
      writeStored(key, value);
      changeTo(value);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function usePreference<Value extends string>(
  chosen: Preference<Value>,
): [Value, (value: Value) => void] {
  return [useSyncExternalStore(chosen.subscribe, chosen.read), chosen.set];
}

function parse<Value extends string>(text: string | null, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === text);
}

/** Browsers may forbid storage altogether: then a choice lasts as long as the page. */
function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeStored(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // See readStored.
  }
}
