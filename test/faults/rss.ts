// How much memory a process holds, from the operating system.
import { readFileSync } from "node:fs";

/** Resident set in bytes. */
export function rssBytes(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
