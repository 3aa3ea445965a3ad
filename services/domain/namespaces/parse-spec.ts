// From the public NamespaceSpec to the stored configuration: every rule that needs nothing but the spec itself.
// Pure but for the signature checks of certificates; never reads the database.
import type { temporal } from "#contracts";
import { TRU_VALUES, type Capacity } from "#domain/quotas";
import { CloudError } from "#shared/errors";
import { CA_BUNDLE_BYTES_MAX, parseCaBundle } from "./ca-bundle.ts";
import { parseCertificateFilters } from "./certificate-filters.ts";
import { parseCodecServer } from "./codec-server.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { parseSearchAttributes } from "./search-attributes.ts";

export type PublicSpec = temporal.api.cloud.namespace.v1.INamespaceSpec;

const NAME = /^[a-z][a-z0-9-]{0,37}[a-z0-9]$/;
const RETENTION_DAYS_DEFAULT = 30;
const RETENTION_DAYS_MAX = 90;
export const REGIONS_MAX = 2;
/** One public rule and five private ones. */
const RULES_MAX = 6;

/** Errors: INVALID_ARGUMENT. */
export function parseName(spec: PublicSpec): string {
  const name = spec.name ?? "";
  if (NAME.test(name)) return name;
  throw refused(
    "name",
    "must be 2 to 39 lower-case letters, digits and hyphens, begin with a letter and end with a letter or digit",
  );
}

/** Parses a whole spec but its name. Errors: INVALID_ARGUMENT. */
export async function parseSpec(spec: PublicSpec, now: number): Promise<NamespaceConfiguration> {
  const configuration: NamespaceConfiguration = {
    regions: parseRegions(spec),
    retentionDays: parseRetention(spec.retentionDays ?? 0),
    mtls: await parseMtls(spec.mtlsAuth ?? {}, now),
    apiKeyEnabled: spec.apiKeyAuth?.enabled ?? false,
    searchAttributes: parseSearchAttributes(spec.searchAttributes ?? {}, spec.customSearchAttributes ?? {}),
    formerAttributeNames: {},
    codecServer: parseCodecServer(spec.codecServer ?? {}),
    deleteProtection: spec.lifecycle?.enableDeleteProtection ?? false,
    highAvailability: {
      disableManagedFailover: spec.highAvailability?.disableManagedFailover ?? false,
      disablePassivePollerForwarding: spec.highAvailability?.disablePassivePollerForwarding ?? false,
    },
    capacity: parseCapacity(spec.capacitySpec ?? {}),
    connectivityRuleIds: parseConnectivityRuleIds(spec.connectivityRuleIds ?? []),
    taskQueueFairness: spec.fairness?.taskQueueFairnessEnabled ?? false,
  };
  if (!configuration.mtls.enabled && !configuration.apiKeyEnabled) {
    throw refused("mtlsAuth", "enable mtls_auth, api_key_auth or both: nobody could connect otherwise");
  }
  return configuration;
}

/** Clients fill the deprecated list, the replicas, or both alike. Empty means that the spec says nothing. */
function parseRegions(spec: PublicSpec): string[] {
  const listed = spec.regions ?? [];
  const replicas = (spec.replicas ?? []).map((replica) => replica.region ?? "");
  const isSame = listed.length === replicas.length && listed.every((region) => replicas.includes(region));
  if (listed.length > 0 && replicas.length > 0 && !isSame) {
    throw refused("replicas", "regions and replicas name different regions; set one of them");
  }
  const regions = listed.length > 0 ? listed : replicas;
  if (regions.length > REGIONS_MAX) throw refused("regions", `at most ${REGIONS_MAX} regions are possible`);
  if (new Set(regions).size !== regions.length) throw refused("regions", "names the same region twice");
  return [...regions];
}

function parseRetention(days: number): number {
  if (days === 0) return RETENTION_DAYS_DEFAULT;
  if (days >= 1 && days <= RETENTION_DAYS_MAX) return days;
  throw refused("retentionDays", `must be between 1 and ${RETENTION_DAYS_MAX} days`);
}

async function parseMtls(
  mtls: temporal.api.cloud.namespace.v1.IMtlsAuthSpec,
  now: number,
): Promise<NamespaceConfiguration["mtls"]> {
  const { pem, isDeprecatedForm } = bundleOf(mtls);
  const certificateFilters = parseCertificateFilters(mtls.certificateFilters ?? []);
  // Before the flag existed, a certificate authority meant that mTLS is on.
  const enabled = mtls.enabled === true || isDeprecatedForm;
  const acceptedClientCa = pem.toString("utf8");
  if (pem.length === 0) {
    if (enabled) throw refused("mtlsAuth.acceptedClientCa", "is required when mtls_auth is enabled");
    return { enabled, acceptedClientCa: "", certificateFilters };
  }
  const bundle = await parseCaBundle(pem, now);
  if (bundle.hasPublicRoot && certificateFilters.length === 0) {
    throw refused(
      "mtlsAuth.certificateFilters",
      "is required with a public certificate authority: anybody can get a certificate from it",
    );
  }
  return { enabled, acceptedClientCa, certificateFilters };
}

function bundleOf(mtls: temporal.api.cloud.namespace.v1.IMtlsAuthSpec): {
  pem: Buffer;
  isDeprecatedForm: boolean;
} {
  const pem = Buffer.from(mtls.acceptedClientCa ?? []);
  const base64 = mtls.acceptedClientCaDeprecated ?? "";
  if (pem.length > 0 || base64 === "") return { pem, isDeprecatedForm: false };
  if (base64.length > CA_BUNDLE_BYTES_MAX * 2 || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(base64)) {
    throw refused("mtlsAuth.acceptedClientCaDeprecated", "must be a PEM bundle in base64");
  }
  return { pem: Buffer.from(base64, "base64"), isDeprecatedForm: true };
}

function parseCapacity(spec: temporal.api.cloud.namespace.v1.ICapacitySpec): Capacity {
  if (spec.provisioned == null) return spec.onDemand == null ? null : "on_demand";
  const tru = spec.provisioned.value ?? 0;
  if (TRU_VALUES.includes(tru)) return { tru };
  throw refused("capacitySpec.provisioned.value", `must be one of ${TRU_VALUES.join(", ")} TRU`);
}

/** Sorted: it is a set. Whether the rules exist is the use case's question. */
function parseConnectivityRuleIds(ids: readonly string[]): string[] {
  if (ids.length > RULES_MAX) throw refused("connectivityRuleIds", `at most ${RULES_MAX} rules are possible`);
  if (new Set(ids).size !== ids.length) throw refused("connectivityRuleIds", "names the same rule twice");
  return [...ids].sort();
}

function refused(field: string, reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.${field}: ${reason}.`, { field: `spec.${field}` });
}
