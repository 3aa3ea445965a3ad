// A region as a row, as configuration and as the public message.
import { z } from "zod";
import { temporal } from "#contracts";
import type { Region } from "#prisma";

export type RegionRow = Region;

const Provider = temporal.api.cloud.region.v1.Region.CloudProvider;

const PROVIDERS = {
  aws: { value: Provider.CLOUD_PROVIDER_AWS, deprecated: "aws" },
  gcp: { value: Provider.CLOUD_PROVIDER_GCP, deprecated: "gcp" },
  // Azure came with a later version of the API than the descriptors; its number is fixed there.
  azure: { value: 3 as typeof Provider.CLOUD_PROVIDER_AWS, deprecated: "azure" },
} as const;

/** Of an installation. */
export const REGIONS_MAX = 200;
const NAME_LENGTH_MAX = 100;
const URL_LENGTH_MAX = 500;

const endpoint = z
  .string()
  .max(URL_LENGTH_MAX)
  .regex(
    /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._{}-]+):\d{1,5}$/,
    'must be host:port; the host may hold "{namespace}"',
  )
  .refine(hasNoOtherPlaceholder, 'may hold the placeholder "{namespace}" only');

/** A region of the installation's configuration. Addresses may contain "{namespace}". */
export const regionSettings = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,63}$/, "must be 3 to 63 of a-z, 0-9 and -"),
  provider: z.enum(["aws", "gcp", "azure"]),
  region: z.string().min(1).max(NAME_LENGTH_MAX),
  location: z.string().min(1).max(NAME_LENGTH_MAX),
  grpcAddress: endpoint,
  mtlsGrpcAddress: endpoint.optional(),
  webAddress: z
    .string()
    .max(URL_LENGTH_MAX)
    .regex(/^(https?:\/\/[^\s<>"]+)?$/, "must be an http or https URL, or empty")
    .refine(hasNoOtherPlaceholder, 'may hold the placeholder "{namespace}" only')
    .default(""),
  /** Closed for new namespaces. */
  disabled: z.boolean().optional(),
});
export type RegionSettings = z.infer<typeof regionSettings>;

function hasNoOtherPlaceholder(text: string): boolean {
  return !/[{}]/.test(text.replaceAll("{namespace}", ""));
}

export function toRegion(row: RegionRow): temporal.api.cloud.region.v1.IRegion {
  // The column holds only what `regionSettings` accepts.
  const provider = PROVIDERS[row.provider as keyof typeof PROVIDERS];
  return {
    id: row.id,
    cloudProvider: provider.value,
    cloudProviderDeprecated: provider.deprecated,
    cloudProviderRegion: row.providerRegion,
    location: row.location,
  };
}
