// Schedules from their creation to their end.
import { command, eventuallyPrints, justExits, type Session } from "../session.ts";

const ACTION = "--task-queue {q} --type echo --workflow-id {p}-run";

export const schedule: readonly Session[] = [
  {
    title: "schedule create, describe, list, toggle, trigger, backfill, update and delete",
    steps: [
      command(`schedule create -s {p} --interval 24h --notes first --paused ${ACTION} --input`, "1"),
      command(`schedule create -s {p} --interval 24h ${ACTION}`),
      command(`schedule create -s {p}-cron --cron`, "0 12 * * MON", ...`${ACTION} --paused`.split(" ")),
      command(
        `schedule create -s {p}-calendar --calendar`,
        '{"dayOfWeek":"Fri","hour":"17"}',
        ...`${ACTION} --paused`.split(" "),
      ),
      command(`schedule create -s {p}-wrong --cron`, "when I like", ...ACTION.split(" ")),
      command("schedule describe -s {p}"),
      command("schedule describe -s {p}-cron -o json"),
      command("schedule describe -s {p}-calendar -o json"),
      command("schedule describe -s {p}-none"),
      command("schedule toggle -s {p} --unpause --reason go"),
      command("schedule toggle -s {p} --pause --reason stop"),
      command("schedule trigger -s {p}"),
      eventuallyPrints(
        /"actionCount": "1"[^]*COMPLETED|COMPLETED[^]*"actionCount": "1"/,
        "schedule describe -s {p} -o json",
      ),
      command(
        "schedule backfill -s {p} --overlap-policy AllowAll --start-time 2026-01-01T00:00:00Z --end-time 2026-01-02T12:00:00Z",
      ),
      eventuallyPrints(/"actionCount": "[23]"/, "schedule describe -s {p} -o json"),
      command(`schedule update -s {p} --interval 12h/1h --notes second ${ACTION} --input`, "2"),
      command("schedule describe -s {p}"),
      eventuallyPrints(/\{p\}|-cron/, "schedule list"),
      command("schedule delete -s {p}"),
      command("schedule delete -s {p}-cron"),
      command("schedule delete -s {p}-calendar"),
      command("schedule describe -s {p}"),
      justExits(command("schedule delete -s {p}")),
    ],
  },
];
