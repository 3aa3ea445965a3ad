// A running activity says that it lives, and where it is.
import { findActivity } from "../activities/find-activity.ts";
import type { CommandOf, CommandResults } from "../command.ts";
import { payloadsCodec } from "../message-codecs.ts";
import { bytesOfPayloads } from "../payload-size.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { failAttempt, serverFailure } from "./fail-activity.ts";

export function heartbeatActivity(
  transition: Transition,
  command: CommandOf<"heartbeatActivity">,
): CommandResults["heartbeatActivity"] {
  requireRunning(transition);
  const { state, context, now } = transition;
  const activity = findActivity(state, command.activity);
  if (bytesOfPayloads(command.details) > context.limits.blobBytesMax) {
    failAttempt(
      transition,
      activity,
      serverFailure("Heartbeat details exceed size limit.", true),
      command.identity,
    );
    return { isCancelRequested: true, isPaused: false, isReset: false };
  }
  activity.lastHeartbeatAt = now;
  if (command.details != null) activity.heartbeatDetails = payloadsCodec.encode(command.details);
  transition.isDurable = true;
  const isById = "activityId" in command.activity;
  transition.bill(isById ? "record_activity_heartbeat_by_id" : "record_activity_heartbeat");
  return {
    isCancelRequested: activity.cancelRequestedEventId !== 0,
    isPaused: activity.isPaused,
    isReset: activity.isReset,
  };
}
