// CPU and memory of whole process trees, from /proc. CPU time is what a run costs wherever else the machine is busy.
import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts CPU time in hundredths of a second, for user space always. */
const TICKS_PER_SECOND = 100;

interface Stat {
  parent: number;
  cpuMs: number;
}

function statOf(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    // It ended between the listing and now.
    return undefined;
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  // utime, stime, cutime, cstime: its own and that of children it has waited for.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parent: Number(fields[1]), cpuMs: (ticks / TICKS_PER_SECOND) * 1000 };
}

function treeOf(rootPid: number): Map<number, Stat> {
  const children = new Map<number, [number, Stat][]>();
  const root = statOf(rootPid);
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? statOf(pid) : undefined;
    if (stat !== undefined) children.set(stat.parent, [...(children.get(stat.parent) ?? []), [pid, stat]]);
  }
  const tree = new Map<number, Stat>(root === undefined ? [] : [[rootPid, root]]);
  for (const pid of tree.keys()) for (const [child, stat] of children.get(pid) ?? []) tree.set(child, stat);
  return tree;
}

/** User + system milliseconds of a process, its living descendants and those it has waited for. */
export function treeCpuMs(rootPid: number): number {
  let sum = 0;
  for (const { cpuMs } of treeOf(rootPid).values()) sum += cpuMs;
  return sum;
}

/** Proportional set size of a tree: shared buffers count once. */
export function treeMemoryMiB(rootPid: number): number {
  let kib = 0;
  for (const pid of treeOf(rootPid).keys()) kib += kibOf(`/proc/${pid}/smaps_rollup`, "Pss");
  return kib / 1024;
}

/** Resident memory of one process. */
export function residentMiB(pid: number): number {
  return kibOf(`/proc/${pid}/status`, "VmRSS") / 1024;
}

function kibOf(file: string, field: string): number {
  try {
    const match = new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(readFileSync(file, "utf8"));
    return Number(match?.[1] ?? 0);
  } catch {
    // It ended between the listing and now.
    return 0;
  }
}
