// Activities that are completed, failed, paused and changed from outside.
import { command, eventuallyPrints, type Session } from "../session.ts";

const WAITING = /"state": "(PENDING_ACTIVITY_STATE_STARTED|Started)"/;
const DESCRIBE = "workflow describe -w {p} -o json";

export const activity: readonly Session[] = [
  {
    title: "activity complete and fail",
    steps: [
      command("workflow start --task-queue {q} --type completedElsewhere -w {p}"),
      eventuallyPrints(WAITING, DESCRIBE),
      command("activity complete -w {p} --activity-id none --result", '"done"'),
      command("activity complete -w {p} --activity-id 1 --identity me --result", '"done"'),
      command("workflow result -w {p}"),
      command("activity complete -w {p} --activity-id 1 --result", '"again"'),
      command("workflow start --task-queue {q} --type completedElsewhere -w {p}-fails"),
      eventuallyPrints(WAITING, "workflow describe -w {p}-fails -o json"),
      command("activity fail -w {p}-fails --activity-id 1 --reason broken --detail", '"why"'),
      command("workflow terminate -w {p}-fails"),
    ],
  },
  {
    title: "activity pause, unpause, reset and update-options",
    steps: [
      command("workflow start --task-queue {q} --type unattendedActivity -w {p}"),
      eventuallyPrints(/"pendingActivities"/, DESCRIBE),
      command("activity pause -w {p} --activity-id 1 --identity me"),
      eventuallyPrints(/"paused": true/, DESCRIBE),
      command("activity update-options -w {p} --activity-id 1 --retry-maximum-attempts 3 --task-queue {q}"),
      command("activity unpause -w {p} --activity-id 1 --reset-attempts"),
      command("activity reset -w {p} --activity-id 1 --keep-paused"),
      command("activity pause -w {p} --activity-id none"),
      command("workflow terminate -w {p}"),
      command("activity pause -w {p} --activity-id 1"),
    ],
  },
];
