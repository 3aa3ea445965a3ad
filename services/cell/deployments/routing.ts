// Which versions a task queue's work goes to, made of the deployments whose workers poll it. Pure: made anew when one of
// them changes, so that routing a task costs a look-up.
import type { EpochMs } from "#shared/clock";
import type { VersionName } from "../workflow/index.ts";
import type { RoutingConfig } from "./deployment.ts";

export interface TaskQueueRouting {
  /** Versions whose workers have polled this queue. */
  readonly versions: ReadonlySet<VersionName>;
  readonly current: VersionName;
  readonly currentRevision: number;
  readonly currentChangedAt: EpochMs;
  /** Empty together with a percentage: a ramp to workers without a version. */
  readonly ramping: VersionName;
  readonly isRamping: boolean;
  readonly rampPercentage: number;
  readonly rampRevision: number;
  readonly rampChangedAt: EpochMs;
}

/** A deployment as one task queue sees it. */
export interface RoutedDeployment {
  routing: RoutingConfig;
  /** Its versions that this queue belongs to. */
  versions: readonly VersionName[];
}

/**
 * Of several deployments the one that changed last decides, but one that sends work to a version of this queue wins over
 * those that send it to workers without a version. A version that the queue is not part of gets nothing of it.
 */
export function routingOf(deployments: readonly RoutedDeployment[]): TaskQueueRouting | undefined {
  const versions = new Set(deployments.flatMap((deployment) => deployment.versions));
  if (versions.size === 0) return undefined;
  const configs = deployments.map(({ routing }) => routing);
  const current = latest(configs, versions, {
    version: (config) => config.current,
    changedAt: (config) => config.currentChangedAt,
  });
  const ramp = latest(configs, versions, {
    version: (config) => config.ramping ?? "",
    changedAt: (config) => config.rampPercentageChangedAt,
  });
  const ramping = ramp?.ramping ?? "";
  const rampPercentage = ramp?.rampPercentage ?? 0;
  return {
    versions,
    current: current?.current ?? "",
    currentRevision: current?.revision ?? 0,
    currentChangedAt: current?.currentChangedAt ?? 0,
    ramping,
    isRamping: ramping !== "" || rampPercentage > 0,
    rampPercentage,
    rampRevision: ramp?.revision ?? 0,
    rampChangedAt: ramp?.rampPercentageChangedAt ?? 0,
  };
}

function latest(
  configs: readonly RoutingConfig[],
  versions: ReadonlySet<VersionName>,
  read: { version: (config: RoutingConfig) => VersionName; changedAt: (config: RoutingConfig) => EpochMs },
): RoutingConfig | undefined {
  let versioned: RoutingConfig | undefined;
  let unversioned: RoutingConfig | undefined;
  for (const config of configs) {
    const changedAt = read.changedAt(config);
    if (versions.has(read.version(config))) {
      if (changedAt > (versioned === undefined ? 0 : read.changedAt(versioned))) versioned = config;
    } else if (read.version(config) === "") {
      if (changedAt > (unversioned === undefined ? 0 : read.changedAt(unversioned))) unversioned = config;
    }
  }
  return versioned ?? unversioned;
}
