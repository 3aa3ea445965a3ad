// The stored configuration as the public NamespaceSpec, with the deprecated twins that older clients read.
import { toCapacitySpec } from "./capacity.ts";
import { toCodecServer } from "./codec-server.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import type { PublicSpec } from "./parse-spec.ts";
import { publicTypeOf } from "./search-attributes.ts";

export function toSpec(name: string, configuration: NamespaceConfiguration): PublicSpec {
  const { mtls, searchAttributes, highAvailability } = configuration;
  const ca = Buffer.from(mtls.acceptedClientCa, "utf8");
  const attributes = Object.entries(searchAttributes);
  const capacitySpec = toCapacitySpec(configuration.capacity);
  return {
    name,
    regions: configuration.regions,
    replicas: configuration.regions.map((region) => ({ region })),
    retentionDays: configuration.retentionDays,
    mtlsAuth: {
      enabled: mtls.enabled,
      acceptedClientCa: ca,
      acceptedClientCaDeprecated: ca.toString("base64"),
      certificateFilters: mtls.certificateFilters,
    },
    apiKeyAuth: { enabled: configuration.apiKeyEnabled },
    searchAttributes: Object.fromEntries(attributes.map(([key, type]) => [key, publicTypeOf(type)])),
    customSearchAttributes: searchAttributes,
    codecServer: toCodecServer(configuration.codecServer),
    lifecycle: { enableDeleteProtection: configuration.deleteProtection },
    highAvailability,
    connectivityRuleIds: configuration.connectivityRuleIds,
    fairness: { taskQueueFairnessEnabled: configuration.taskQueueFairness },
    ...(capacitySpec === undefined ? {} : { capacitySpec }),
  };
}
