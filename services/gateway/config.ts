// The gateway's settings, parsed once at start from CELLPLANE_* variables.
import { z } from "zod";
import { address, cidrList, logLevel, readConfig } from "#shared/config";

const schema = z.object({
  listenAddress: address,
  /** Where metrics and readiness are served; not served when absent. Never reachable for tenants. */
  internalListenAddress: address.optional(),
  tlsCertFile: z.string(),
  tlsKeyFile: z.string(),
  /** The api's directory service. */
  directoryAddress: address,
  /** The last good directory; read at start and written on every change. */
  directoryFile: z.string(),
  /** Keeps records of audited calls until the control plane has them; beside the directory when absent. */
  auditFile: z.string().optional(),
  internalToken: z.string().min(16),
  /** SNI names are `<namespace>.<this>`; without it, a name that is exactly a namespace's. */
  namespaceDomain: z.string().optional(),
  /** Networks of proxies in front, separated by commas, that tell of their clients by the PROXY protocol, version 2. */
  trustedProxies: cidrList,
  connectionsPerAddressMax: z.coerce.number().int().positive().default(1_000),
  connectionsMax: z.coerce.number().int().positive().default(20_000),
  readyFile: z.string().optional(),
  stopWithStdin: z.stringbool().default(false),
  logLevel,
});

export type GatewayConfig = z.infer<typeof schema>;

export function gatewayConfig(environment: Readonly<Record<string, string | undefined>>): GatewayConfig {
  return readConfig(schema, environment);
}
