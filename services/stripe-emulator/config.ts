// The settings of the Stripe emulator, from CELLPLANE_* variables.
import { z } from "zod";
import { address, logLevel, readConfig } from "#shared/config";

const schema = z.object({
  listenAddress: address,
  /** Where the state is kept; without it the state ends with the process. */
  stateDir: z.string().min(1).optional(),
  apiKey: z.string().min(1),
  webhookUrl: z.url().optional(),
  webhookSecret: z.string().min(1).optional(),
  /** With a seed, webhooks come twice, late and in another order, as they may at Stripe. */
  webhookFaultSeed: z.coerce.number().int().optional(),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().optional(),
  logLevel,
});

export type EmulatorConfig = z.infer<typeof schema>;

export function readEmulatorConfig(
  environment: Readonly<Record<string, string | undefined>>,
): EmulatorConfig {
  return readConfig(schema, environment);
}
