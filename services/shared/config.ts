// Reads a process's configuration from CELLPLANE_* variables through a zod schema: unknown keys are refused,
// NAME_FILE reads the value from a file (for secrets), and the printed form hides what is secret.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { CloudError } from "./errors.ts";

const PREFIX = "CELLPLANE_";

/** A configuration key as camelCase: CELLPLANE_DATABASE_URL -> databaseUrl. */
function keyOf(variable: string): string {
  return variable
    .slice(PREFIX.length)
    .toLowerCase()
    .replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Parses the environment of one process.
 * Errors: INVALID_ARGUMENT naming every unknown, missing or malformed key.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const values: Record<string, string> = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(PREFIX) || value === undefined) continue;
    if (variable.endsWith("_FILE") && !(keyOf(variable) in schema.shape)) {
      values[keyOf(variable.slice(0, -"_FILE".length))] = readFileSync(value, "utf8").trim();
    } else {
      values[keyOf(variable)] = value;
    }
  }
  const parsed = z.strictObject(schema.shape).safeParse(values);
  if (parsed.success) return parsed.data as z.infer<Schema>;
  throw new CloudError("INVALID_ARGUMENT", `Bad configuration: ${z.prettifyError(parsed.error)}`);
}

/** The configuration as a loggable object: keys that hold secrets are shown as [hidden]. */
export function printableConfig(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const secret = /(secret|password|token|key|databaseUrl)$/i;
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, secret.test(key) ? "[hidden]" : value]),
  );
}

/** A "host:port" address to listen on or to call. */
export const address = z.string().regex(/^(\[[0-9a-fA-F:.]+\]|[^\s:]+):\d{1,5}$/, "must be host:port");
const cidr = z.union([z.cidrv4(), z.cidrv6()], {
  error: "must be networks such as 10.0.0.0/8, separated by commas",
});
/** "10.0.0.0/8,2001:db8::/32" as a list; empty when absent. */
export const cidrList = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  )
  .pipe(z.array(cidr));
export const milliseconds = z.coerce.number().int().nonnegative();
export const logLevel = z
  .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
  .default("info");
