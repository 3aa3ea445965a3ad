// Gathers counters into blocks: all of one namespace and minute, each counter once. Pure.
import type { ActionCount } from "./counters-store.ts";

export interface ActionBlock {
  /** Orders blocks: rows are locked in one order whoever stores them. */
  key: string;
  namespace: string;
  minuteMs: number;
  counters: readonly ActionCount[];
}

/** A counter that is given twice is its larger value: counters only rise. */
export function blocksOf(counts: readonly ActionCount[]): Iterable<ActionBlock> {
  const blocks = new Map<string, ActionBlock & { counters: ActionCount[]; positions: Map<string, number> }>();
  for (const count of counts) {
    const { namespace, minuteMs } = count;
    const key = `${namespace}\0${minuteMs}`;
    let block = blocks.get(key);
    if (block === undefined) {
      block = { key, namespace, minuteMs, counters: [], positions: new Map() };
      blocks.set(key, block);
    }
    const name = `${count.kind}\0${count.workflowType}\0${count.taskQueue}`;
    const position = block.positions.get(name);
    if (position === undefined) {
      block.positions.set(name, block.counters.length);
      block.counters.push(count);
    } else if (count.count > (block.counters[position]?.count ?? 0)) block.counters[position] = count;
  }
  return blocks.values();
}

const PLAIN = /^[A-Za-z0-9_:.-]+$/;

/** The text of a PostgreSQL array, for a cast. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => (PLAIN.test(text) && text !== "NULL" ? text : quoted(text))).join(",")}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
