// What the operator says: a gate of the whole installation, and which directories inside its networks may be asked.
import { z } from "zod";
import { toCloudError } from "#shared/errors";
import { readGateSpec } from "./gate-spec.ts";

export const gateSettings = z.object({
  /** JSON of a ProvisioningGateSpec that holds for every account, beside an account's own. */
  provisioningGate: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined;
      try {
        return readGateSpec(JSON.parse(text) as object);
      } catch (error) {
        context.addIssue(toCloudError(error).publicMessage);
        return z.NEVER;
      }
    }),
  /** Of its bind_dn; usually from a file. */
  provisioningGatePassword: z.string().min(1).optional(),
  /** "ldap.corp.example:636", separated by commas: directories that gates of accounts may name although inside. */
  ldapAllowedHosts: z.string().default(""),
});

export interface LdapPolicy {
  allowedHosts: ReadonlySet<string>;
}

export function ldapPolicy(hosts: string): LdapPolicy {
  const names = hosts.split(",").map((host) => host.trim().toLowerCase());
  return { allowedHosts: new Set(names.filter((host) => host !== "")) };
}
