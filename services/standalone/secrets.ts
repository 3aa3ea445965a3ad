// The installation's secrets: random, made on first start, kept in one file that only the owner can read.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { randomIds } from "#shared/ids";

/** Files of older installations may have more. */
const schema = z.object({
  postgresPassword: z.string().min(16),
  /** Of the installation's processes to each other, and of its operators. */
  internalToken: z.string().min(32),
  /** 32 bytes in base64: encrypts secrets at rest. */
  masterKey: z.string().min(44),
  stripeApiKey: z.string().min(16),
  stripeWebhookSecret: z.string().min(16),
});

export type Secrets = z.infer<typeof schema>;

/** Reads the secrets of the data directory, making them when there are none. */
export function loadSecrets(dataDirectory: string): Secrets {
  const file = join(dataDirectory, "secrets.json");
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  const secrets: Secrets = {
    postgresPassword: randomIds.secret(24),
    internalToken: randomIds.secret(32),
    masterKey: randomBytes(32).toString("base64"),
    stripeApiKey: `sk_test_${randomIds.secret(24)}`,
    stripeWebhookSecret: `whsec_${randomIds.secret(24)}`,
  };
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return secrets;
}
