// A region's settings from and to the operators' message. Pure.
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { regionSettings, type RegionRow, type RegionSettings } from "./region.ts";

/** The message's field for each key of the settings. */
const FIELD_OF: Readonly<Record<string, string>> = {
  id: "spec.regionId",
  provider: "spec.provider",
  region: "spec.providerRegion",
  location: "spec.location",
  grpcAddress: "spec.grpcAddress",
  mtlsGrpcAddress: "spec.mtlsGrpcAddress",
  webAddress: "spec.webAddress",
  disabled: "spec.disabled",
};

/** Errors: INVALID_ARGUMENT naming the field and its rule. */
export function readRegionSpec(spec: cloudV1.IRegionSpec): RegionSettings {
  const mtlsGrpcAddress = spec.mtlsGrpcAddress ?? "";
  const parsed = regionSettings.safeParse({
    id: spec.regionId ?? "",
    provider: spec.provider ?? "",
    region: spec.providerRegion ?? "",
    location: spec.location ?? "",
    grpcAddress: spec.grpcAddress ?? "",
    ...(mtlsGrpcAddress === "" ? {} : { mtlsGrpcAddress }),
    webAddress: spec.webAddress ?? "",
    disabled: spec.disabled ?? false,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = FIELD_OF[String(issue?.path[0] ?? "")] ?? "spec";
  throw new CloudError("INVALID_ARGUMENT", `${field}: ${issue?.message ?? "is wrong"}.`, { field });
}

export function toRegionSettings(
  row: RegionRow,
  use: { cellIds: string[]; namespaces: number },
): cloudV1.IRegionSettings {
  return {
    spec: {
      regionId: row.id,
      provider: row.provider,
      providerRegion: row.providerRegion,
      location: row.location,
      grpcAddress: row.grpcAddress,
      mtlsGrpcAddress: row.mtlsGrpcAddress,
      webAddress: row.webAddress,
      disabled: row.disabled,
    },
    resourceVersion: String(row.resourceVersion),
    ...use,
  };
}
