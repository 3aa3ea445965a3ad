// All compatibility programs of the TypeScript SDK.
import { activityPrograms } from "./activities.ts";
import { activityOptionPrograms } from "./activity-options.ts";
import { badCommandPrograms } from "./bad-commands.ts";
import { batchPrograms } from "./batch.ts";
import { childPrograms } from "./children.ts";
import { dispatchPrograms } from "./dispatch.ts";
import { deploymentPrograms } from "./deployments.ts";
import { lifecyclePrograms } from "./lifecycle.ts";
import { messagePrograms } from "./messages.ts";
import { nexusPrograms } from "./nexus.ts";
import { nexusHttpPrograms } from "./nexus-http.ts";
import { operatorPrograms } from "./operators.ts";
import { pausePrograms } from "./pauses.ts";
import type { Program } from "./program.ts";
import { rawPrograms } from "./raw-tasks.ts";
import { sequencePrograms } from "./raw-sequences.ts";
import { refusalPrograms } from "./refusals.ts";
import { resetPrograms } from "./reset.ts";
import { schedulePrograms } from "./schedules.ts";
import { standaloneActivityPrograms } from "./standalone-activities.ts";
import { standaloneActivityChangePrograms } from "./standalone-activity-changes.ts";
import { standaloneOperationPrograms } from "./standalone-operations.ts";
import { startPrograms } from "./starts.ts";
import { taskQueuePrograms } from "./task-queues.ts";
import { rawUpdatePrograms } from "./updates.ts";
import { versionOverridePrograms } from "./version-overrides.ts";
import { versionReportPrograms } from "./version-reports.ts";
import { versionedFamilyPrograms } from "./versioned-families.ts";
import { versionedTaskPrograms } from "./versioned-tasks.ts";
import { versionedWorkerPrograms } from "./versioned-workers.ts";
import { visibilityPrograms } from "./visibility.ts";
import { workerPrograms } from "./workers.ts";

export const programs: readonly Program[] = [
  ...startPrograms,
  ...activityPrograms,
  ...messagePrograms,
  ...childPrograms,
  ...lifecyclePrograms,
  ...operatorPrograms,
  ...visibilityPrograms,
  ...schedulePrograms,
  ...refusalPrograms,
  ...sequencePrograms,
  ...badCommandPrograms,
  ...rawPrograms,
  ...resetPrograms,
  ...pausePrograms,
  ...activityOptionPrograms,
  ...standaloneActivityPrograms,
  ...standaloneActivityChangePrograms,
  ...batchPrograms,
  ...taskQueuePrograms,
  ...workerPrograms,
  ...nexusPrograms,
  ...rawUpdatePrograms,
  ...dispatchPrograms,
  ...nexusHttpPrograms,
  ...deploymentPrograms,
  ...versionedTaskPrograms,
  ...versionOverridePrograms,
  ...versionedFamilyPrograms,
  ...versionReportPrograms,
  ...versionedWorkerPrograms,
  ...standaloneOperationPrograms,
];
