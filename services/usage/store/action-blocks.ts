// Gathers counters into blocks: all of one namespace and minute, each counter once. Pure.
import type { ActionCount } from "./counters-store.ts";

export interface ActionBlock {
  /** Orders blocks: rows are locked in one order whoever stores them. */
  key: string;
  namespace: string;
  minuteMs: number;
  counters: readonly ActionCount[];
}

interface Gathering extends ActionBlock {
  counters: ActionCount[];
  /** Position by name, once there are many. */
  positions: Map<string, number> | undefined;
}

/** Below, looking through all of them costs less than making names. */
const FEW = 40;

/** A counter that is given twice is its larger value: counters only rise. */
export function blocksOf(counts: readonly ActionCount[]): Iterable<ActionBlock> {
  const blocks = new Map<string, Gathering>();
  let last: Gathering | undefined;
  for (const count of counts) {
    // Counters mostly come one block after the other.
    if (last?.namespace !== count.namespace || last.minuteMs !== count.minuteMs)
      last = blockOf(blocks, count);
    const { counters } = last;
    const position = positionOf(last, count);
    if (position === -1) {
      last.positions?.set(nameOf(count), counters.length);
      counters.push(count);
    } else if (count.count > (counters[position]?.count ?? 0)) counters[position] = count;
  }
  return blocks.values();
}

function blockOf(blocks: Map<string, Gathering>, { namespace, minuteMs }: ActionCount): Gathering {
  const key = `${namespace}\0${minuteMs}`;
  let block = blocks.get(key);
  if (block === undefined) {
    block = { key, namespace, minuteMs, counters: [], positions: undefined };
    blocks.set(key, block);
  }
  return block;
}

function positionOf(block: Gathering, count: ActionCount): number {
  const { counters } = block;
  if (block.positions === undefined) {
    if (counters.length < FEW) return counters.findIndex((one) => isSame(one, count));
    block.positions = new Map(counters.map((one, position) => [nameOf(one), position]));
  }
  return block.positions.get(nameOf(count)) ?? -1;
}

function isSame(one: ActionCount, other: ActionCount): boolean {
  return (
    one.kind === other.kind && one.workflowType === other.workflowType && one.taskQueue === other.taskQueue
  );
}

function nameOf({ kind, workflowType, taskQueue }: ActionCount): string {
  return `${kind}\0${workflowType}\0${taskQueue}`;
}

const PLAIN = /^[A-Za-z0-9_:.-]+$/;

/** The text of a PostgreSQL array, for a cast. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => (PLAIN.test(text) && text !== "NULL" ? text : quoted(text))).join(",")}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
