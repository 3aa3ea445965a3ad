// The grpc-timeout header: at most eight digits and a unit.

const MS_OF_UNIT: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1_000,
  m: 1,
  u: 0.001,
  n: 0.000001,
};
const TIMEOUT = /^(\d{1,8})([HMSmun])$/;

/** Milliseconds, or undefined when the header is absent; NaN when it is malformed. */
export function parseGrpcTimeout(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const match = TIMEOUT.exec(header);
  if (match === null) return Number.NaN;
  return Number(match[1]) * (MS_OF_UNIT[match[2] ?? ""] ?? Number.NaN);
}

export function formatGrpcTimeout(timeoutMs: number): string {
  const ms = Math.max(1, Math.ceil(timeoutMs));
  return ms < 100_000_000 ? `${String(ms)}m` : `${String(Math.ceil(ms / 1000))}S`;
}
