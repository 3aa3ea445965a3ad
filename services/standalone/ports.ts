// The ports of a standalone cloud, all on loopback, all relative to one base.
import { createServer, type AddressInfo } from "node:net";
import { CloudError } from "#shared/errors";

export const LOOPBACK = "127.0.0.1";

const OFFSETS = {
  postgres: 0,
  api: 1,
  apiTls: 2,
  controlCell: 10,
  cellA: 11,
  cellB: 12,
  gateway: 20,
  usage: 30,
  stripe: 40,
} as const;

export type Ports = Record<keyof typeof OFFSETS, number>;

const STEP = 100;
const BASES_TRIED_MAX = 50;

/** All ports free at `base`, or at the next base when the person did not fix it. */
export async function choosePorts(base: number, isFixed: boolean): Promise<Ports> {
  for (let attempt = 0; attempt < BASES_TRIED_MAX; attempt += 1) {
    const ports = portsAt(base + attempt * STEP);
    const busy = await firstBusy(Object.values(ports));
    if (busy === undefined) return ports;
    if (isFixed) {
      throw new CloudError("FAILED_PRECONDITION", `port ${busy} is in use; choose another --port-base`);
    }
  }
  throw new CloudError("FAILED_PRECONDITION", `no free ports from ${base} on; choose a --port-base`);
}

export function portsAt(base: number): Ports {
  return Object.fromEntries(
    Object.entries(OFFSETS).map(([name, offset]) => [name, base + offset]),
    // The entries come from OFFSETS, so every key is there.
  ) as Ports;
}

async function firstBusy(ports: readonly number[]): Promise<number | undefined> {
  for (const port of ports) if (!(await isFree(port))) return port;
  return undefined;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)));
  });
}

/** A port that is free now: for what is reached by this process alone, so that it may be another one each time. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, LOOPBACK, () => resolve());
  });
  // A listening TCP server has an AddressInfo; the string form is for pipes.
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}
