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

/** A region of the installation's configuration. Addresses may contain "{namespace}". */
export const regionSettings = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,63}$/),
  provider: z.enum(["aws", "gcp", "azure"]),
  region: z.string().min(1),
  location: z.string().min(1),
  grpcAddress: z.string().min(1),
  mtlsGrpcAddress: z.string().min(1).optional(),
  webAddress: z.string().default(""),
});
export type RegionSettings = z.infer<typeof regionSettings>;

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
