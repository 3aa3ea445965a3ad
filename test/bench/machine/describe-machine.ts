// The machine and the moment, in one line: figures mean little without them.
import { cpus, loadavg, totalmem } from "node:os";

export function describeMachine(): string {
  const [first] = cpus();
  const gib = Math.round(totalmem() / 1024 ** 3);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}; ${cpus().length} x ${first?.model ?? "unknown CPU"}, ${gib} GiB; Node ${process.versions.node}; load ${load}`;
}
