// Workers and worker deployments.
import { command, type Session } from "../session.ts";

export const worker: readonly Session[] = [
  {
    title: "worker list and describe",
    steps: [
      command("worker list -o json -q", "TaskQueue = 'none'"),
      command("worker describe --worker-instance-key none"),
    ],
  },
  {
    title: "worker deployments that are not there",
    steps: [
      command("worker deployment list -o json"),
      command("worker deployment describe --name {p}"),
      command("worker deployment describe-version --deployment-name {p} --build-id 1"),
      command("worker deployment set-current-version --deployment-name {p} --build-id 1 -y"),
      command("worker deployment set-ramping-version --deployment-name {p} --build-id 1 --percentage 10 -y"),
      command("worker deployment delete-version --deployment-name {p} --build-id 1"),
      command("worker deployment delete --name {p}"),
      command(
        "worker deployment update-metadata-version --deployment-name {p} --build-id 1 --metadata",
        "a=1",
      ),
      command("worker deployment manager-identity set --deployment-name {p} --self -y"),
    ],
  },
];
