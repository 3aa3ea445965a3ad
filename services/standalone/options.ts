// The command line of `npm start` and `npm run quickstart`: parsed once, every mistake named.
import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { CloudError } from "#shared/errors";

export const DEFAULT_PORT_BASE = 7300;
const PORT_BASE_MAX = 65_000;

export interface StandaloneOptions {
  /** Absolute path of the folder that holds everything the cloud keeps. */
  dataDirectory: string;
  portBase: number;
  /** Whether the person named the port base: then a busy port is an error, otherwise another base is taken. */
  portBaseIsFixed: boolean;
  /** Who may enter the operator area: addresses of people who sign up. */
  operators: readonly string[];
  /** Quickstart only: stop everything when the story is told. */
  exit: boolean;
  /** Quickstart only: print one JSON object on stdout instead of text. */
  json: boolean;
}

export const START_FLAGS = `\
  --data DIR       where the cloud keeps its data (default .cellplane)
  --port-base N    first port to use (default ${DEFAULT_PORT_BASE}, or the next free range)
  --operator EMAIL somebody who may enter the console's operator area once signed up; may be repeated`;
export const QUICKSTART_FLAGS = `\
  --exit           stop everything at the end
  --json           print one JSON object with the facts`;
export const USAGE = `Options:
${START_FLAGS}
  --help           show this text
Quickstart only:
${QUICKSTART_FLAGS}`;

/** Errors: INVALID_ARGUMENT naming the flag and what it takes. */
export function parseOptions(
  args: readonly string[],
  workingDirectory: string,
  isQuickstart: boolean,
): StandaloneOptions {
  const values = parse(args, isQuickstart);
  const data = values["data"] ?? ".cellplane";
  if (data.trim() === "") throw invalid("--data needs the name of a folder");
  const base = values["port-base"];
  return {
    dataDirectory: isAbsolute(data) ? data : join(workingDirectory, data),
    portBase: base === undefined ? DEFAULT_PORT_BASE : parsePortBase(base),
    portBaseIsFixed: base !== undefined,
    operators: values["operator"] ?? [],
    exit: values["exit"] === true,
    json: values["json"] === true,
  };
}

interface Flags {
  data?: string;
  "port-base"?: string;
  operator?: string[];
  exit?: boolean;
  json?: boolean;
}

function parse(args: readonly string[], isQuickstart: boolean): Flags {
  const common = {
    data: { type: "string" },
    "port-base": { type: "string" },
    operator: { type: "string", multiple: true },
  } as const;
  const story = { exit: { type: "boolean" }, json: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...args], options: isQuickstart ? { ...common, ...story } : common }).values;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function parsePortBase(value: string): number {
  const portBase = Number(value);
  if (!Number.isInteger(portBase) || portBase < 1024 || portBase > PORT_BASE_MAX) {
    throw invalid(`--port-base takes a whole number from 1024 to ${PORT_BASE_MAX}, not "${value}"`);
  }
  return portBase;
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
