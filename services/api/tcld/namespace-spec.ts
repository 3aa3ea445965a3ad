// A namespace's settings in tcld's form and in ours. tcld knows fewer, so what it does not know stays as it was.
import { tcldV1, temporal } from "#contracts";
import { regionId, regionName } from "./regions.ts";

type CloudSpec = temporal.api.cloud.namespace.v1.INamespaceSpec;
type CloudNamespace = temporal.api.cloud.namespace.v1.INamespace;
const CloudType = temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType;
const TcldType = tcldV1.SearchAttributeType;

const TYPES: readonly (readonly [number, number])[] = [
  [TcldType.SEARCH_ATTRIBUTE_TYPE_TEXT, CloudType.SEARCH_ATTRIBUTE_TYPE_TEXT],
  [TcldType.SEARCH_ATTRIBUTE_TYPE_KEYWORD, CloudType.SEARCH_ATTRIBUTE_TYPE_KEYWORD],
  [TcldType.SEARCH_ATTRIBUTE_TYPE_INT, CloudType.SEARCH_ATTRIBUTE_TYPE_INT],
  [TcldType.SEARCH_ATTRIBUTE_TYPE_DOUBLE, CloudType.SEARCH_ATTRIBUTE_TYPE_DOUBLE],
  [TcldType.SEARCH_ATTRIBUTE_TYPE_BOOL, CloudType.SEARCH_ATTRIBUTE_TYPE_BOOL],
  [TcldType.SEARCH_ATTRIBUTE_TYPE_DATETIME, CloudType.SEARCH_ATTRIBUTE_TYPE_DATETIME],
];

/** A list of keywords, which tcld does not know, is shown as a keyword. */
function tcldType(cloud: number): tcldV1.SearchAttributeType {
  return TYPES.find(([, ours]) => ours === cloud)?.[0] ?? TcldType.SEARCH_ATTRIBUTE_TYPE_KEYWORD;
}

function cloudType(tcld: number): temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType {
  return TYPES.find(([theirs]) => theirs === tcld)?.[1] ?? CloudType.SEARCH_ATTRIBUTE_TYPE_UNSPECIFIED;
}

/** `before` is what holds now; none for a new namespace. */
export function cloudSpec(name: string, spec: tcldV1.INamespaceSpec, before: CloudSpec = {}): CloudSpec {
  const authority = Buffer.from(spec.acceptedClientCa ?? "", "base64");
  return {
    ...before,
    name,
    regions: [spec.region ?? "", ...(spec.passiveRegions ?? [])].map(regionId),
    // Said by the regions; the newer field would be believed instead.
    replicas: [],
    retentionDays: spec.retentionDays ?? 0,
    mtlsAuth: {
      enabled: authority.length > 0,
      acceptedClientCa: authority,
      certificateFilters: spec.certificateFilters ?? [],
    },
    searchAttributes: searchAttributes(spec, before),
    codecServer: {
      ...before.codecServer,
      endpoint: spec.codecSpec?.endpoint ?? "",
      passAccessToken: spec.codecSpec?.passAccessToken ?? false,
      includeCrossOriginCredentials: spec.codecSpec?.includeCredentials ?? false,
    },
  };
}

/** One that is there already keeps its type when tcld says the same of it. */
function searchAttributes(
  spec: tcldV1.INamespaceSpec,
  before: CloudSpec,
): NonNullable<CloudSpec["searchAttributes"]> {
  return Object.fromEntries(
    Object.entries(spec.searchAttributes ?? {}).map(([name, type]) => {
      const present = before.searchAttributes?.[name];
      return [name, present !== undefined && tcldType(present) === type ? present : cloudType(type)];
    }),
  );
}

export function tcldNamespace(found: CloudNamespace): tcldV1.INamespace {
  const spec = found.spec ?? {};
  const [region = "", ...passiveRegions] = (spec.regions ?? []).map(regionName);
  const codecSpec = {
    endpoint: spec.codecServer?.endpoint ?? "",
    passAccessToken: spec.codecServer?.passAccessToken ?? false,
    includeCredentials: spec.codecServer?.includeCrossOriginCredentials ?? false,
  };
  return {
    namespace: found.namespace ?? "",
    resourceVersion: found.resourceVersion ?? "",
    spec: {
      region,
      passiveRegions,
      acceptedClientCa: Buffer.from(spec.mtlsAuth?.acceptedClientCa ?? new Uint8Array()).toString("base64"),
      retentionDays: spec.retentionDays ?? 0,
      searchAttributes: Object.fromEntries(
        Object.entries(spec.searchAttributes ?? {}).map(([name, type]) => [name, tcldType(type)]),
      ),
      certificateFilters: (spec.mtlsAuth?.certificateFilters ?? []) as tcldV1.ICertificateFilterSpec[],
      codecSpec,
    },
    // The numbers are the same as far as tcld's go.
    state: (found.state ?? 0) as number,
    requestId: found.asyncOperationId ?? "",
    lastModifiedTime: found.lastModifiedTime ?? null,
    uri: { web: found.endpoints?.webAddress ?? "", grpc: found.endpoints?.mtlsGrpcAddress ?? "" },
    envelope: { actionsPerSecondLimit: found.limits?.actionsPerSecondLimit ?? 0 },
    codecServerProperty: codecSpec,
  };
}
