// From the public spec of a connectivity rule to the stored one: every rule that needs nothing but the spec and the
// provider of its region. Pure.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ConnectivitySpec, PublicPrivateRule } from "./connectivity-rule.ts";

/** aws, gcp or azure by region id; undefined for a region that is not there. */
export type ProviderOf = (region: string) => string | undefined;

const CONNECTION_IDS: Readonly<Record<string, { pattern: RegExp; form: string }>> = {
  aws: { pattern: /^vpce-[0-9a-zA-Z]{1,64}$/, form: "the id of a VPC endpoint, vpce-..." },
  gcp: { pattern: /^\d{1,20}$/, form: "the number of a Private Service Connect connection" },
  azure: { pattern: /^[0-9a-zA-Z][0-9a-zA-Z._-]{0,127}$/, form: "the link identifier of a private endpoint" },
};
const GCP_PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
const AZURE_RESOURCE =
  /^\/subscriptions\/[^/]{1,100}\/resourceGroups\/[^/]{1,100}\/providers\/Microsoft\.Network\/privateEndpoints\/[^/]{1,100}$/i;

/** Errors: INVALID_ARGUMENT naming the field. */
export function parseRule(
  spec: temporal.api.cloud.connectivityrule.v1.IConnectivityRuleSpec,
  providerOf: ProviderOf,
): ConnectivitySpec {
  if (spec.publicRule != null && spec.privateRule != null) {
    throw refused("", "set public_rule or private_rule, not both");
  }
  if (spec.publicRule != null) {
    return { kind: "public", enableStableIps: spec.publicRule.enableStableIps ?? false };
  }
  if (spec.privateRule != null) return parsePrivate(spec.privateRule, providerOf);
  throw refused("", "set public_rule or private_rule");
}

function parsePrivate(rule: PublicPrivateRule, providerOf: ProviderOf): ConnectivitySpec {
  const { connectionId, region, gcpProjectId, azurePeResourceId } = {
    connectionId: rule.connectionId ?? "",
    region: rule.region ?? "",
    gcpProjectId: rule.gcpProjectId ?? "",
    azurePeResourceId: rule.azurePeResourceId ?? "",
  };
  if (connectionId === "") throw refused("connectionId", "is required");
  if (region === "") throw refused("region", "is required");
  const provider = providerOf(region);
  if (provider === undefined) {
    throw refused("region", `there is no region ${JSON.stringify(region.slice(0, 80))}`);
  }
  const ids = CONNECTION_IDS[provider];
  if (ids?.pattern.test(connectionId) !== true) {
    throw refused("connectionId", `must be ${ids?.form ?? "empty"} in a region of ${provider}`);
  }
  if (provider === "gcp" ? !GCP_PROJECT.test(gcpProjectId) : gcpProjectId !== "") {
    throw refused(
      "gcpProjectId",
      provider === "gcp" ? "is required: 6 to 30 of a-z, 0-9 and -" : "is for regions of gcp only",
    );
  }
  if (azurePeResourceId !== "" && (provider !== "azure" || !AZURE_RESOURCE.test(azurePeResourceId))) {
    throw refused(
      "azurePeResourceId",
      "must be the resource id of an Azure private endpoint, in a region of azure",
    );
  }
  return { kind: "private", connectionId, region, gcpProjectId, azurePeResourceId };
}

function refused(field: string, reason: string): CloudError {
  const path = field === "" ? "spec" : `spec.privateRule.${field}`;
  return new CloudError("INVALID_ARGUMENT", `${path}: ${reason}.`, { field: path });
}
