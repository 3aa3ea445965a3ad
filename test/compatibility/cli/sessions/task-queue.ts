// Task queues and the workers that poll them.
import { command, inAnyOrder, justExits, type Session } from "../session.ts";

export const taskQueue: readonly Session[] = [
  {
    title: "task-queue describe, config and versioning",
    steps: [
      justExits(command("task-queue describe -t {q}")),
      justExits(command("task-queue describe -t {q} -o json")),
      inAnyOrder(command("task-queue describe -t {p}-nobody")),
      command("task-queue describe -t {q} --disable-stats --task-queue-type workflow"),
      command("task-queue describe -t {q} --legacy-mode"),
      justExits(command("task-queue list-partition -t {q}")),
      command("task-queue config get -t {q} --task-queue-type activity"),
      command(
        "task-queue config set -t {q} --task-queue-type activity --queue-rps-limit 100 --queue-rps-limit-reason test",
      ),
      command("task-queue config get -t {q} --task-queue-type activity"),
      command(
        "task-queue config set -t {q} --task-queue-type activity --queue-rps-limit default --queue-rps-limit-reason test",
      ),
      command("task-queue get-build-ids -t {q}"),
      command("task-queue versioning get-rules -t {q}"),
      command("task-queue versioning insert-assignment-rule -t {p}-v --build-id 1 -y"),
      command("task-queue update-build-ids add-new-default -t {p}-v --build-id 1"),
      command("task-queue get-build-id-reachability --build-id 1"),
    ],
  },
];
