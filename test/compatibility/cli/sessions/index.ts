// Every session, by the command group it shows.
import type { Session } from "../session.ts";
import { activity } from "./activity.ts";
import { batch } from "./batch.ts";
import { operator } from "./operator.ts";
import { schedule } from "./schedule.ts";
import { taskQueue } from "./task-queue.ts";
import { worker } from "./worker.ts";
import { workflowLifecycle } from "./workflow-lifecycle.ts";
import { workflowMessages } from "./workflow-messages.ts";
import { workflowReset } from "./workflow-reset.ts";
import { workflowVisibility } from "./workflow-visibility.ts";

export const sessions: readonly Session[] = [
  ...workflowLifecycle,
  ...workflowMessages,
  ...workflowVisibility,
  ...workflowReset,
  ...activity,
  ...batch,
  ...schedule,
  ...taskQueue,
  ...worker,
  ...operator,
];
