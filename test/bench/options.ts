// The options of `npm run bench`.
import { parseArgs } from "node:util";
import type { BenchSettings } from "./bench.ts";
import { PARTS, type PartName } from "./parts/index.ts";

const DEFAULT_PARTS: PartName[] = ["peak", "alone"];

export const USAGE = `npm run bench -- [options]
  --parts a,b      ${Object.keys(PARTS).join(", ")}, or all; default ${DEFAULT_PARTS.join(",")}
  --peer none      without Temporal's own server (default: in turn with it, when it is built or Go can build it)
  --runs 3         of each case; the table shows medians
  --seconds 6      measured time of each load
  --scale 1        of the parts that store many executions: 0.01 for a try
  --json           the result as JSON on stdout instead of tables
`;

export interface Options extends BenchSettings {
  parts: PartName[];
  isJson: boolean;
}

/** Errors: a message that names the option. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      parts: { type: "string", default: DEFAULT_PARTS.join(",") },
      peer: { type: "string", default: "temporal" },
      runs: { type: "string", default: "3" },
      seconds: { type: "string", default: "6" },
      scale: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
    },
  });
  if (!["temporal", "none"].includes(values.peer)) throw new Error("--peer is temporal or none");
  return {
    parts: partsOf(values.parts),
    withTemporal: values.peer === "temporal",
    runs: positive("runs", values.runs),
    seconds: positive("seconds", values.seconds),
    scale: positive("scale", values.scale),
    isJson: values.json,
  };
}

function partsOf(text: string): PartName[] {
  const all = Object.keys(PARTS) as PartName[];
  if (text === "all") return all;
  return text.split(",").map((name) => {
    const part = all.find((known) => known === name);
    if (part === undefined) throw new Error(`--parts knows no "${name}", only ${all.join(", ")}`);
    return part;
  });
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new Error(`--${name} is a number above 0`);
  return value;
}
