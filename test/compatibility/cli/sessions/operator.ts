// What operators do: namespaces, search attributes, the cluster, Nexus endpoints.
import { command, eventuallyPrints, inAnyOrder, justExits, type Session } from "../session.ts";

export const operator: readonly Session[] = [
  {
    title: "operator namespace",
    steps: [
      command(
        "operator namespace create --retention 48h --description mine --email me@example.com --data a=1 {p}",
      ),
      command("operator namespace create {p}"),
      eventuallyPrints(/\{p\}|NamespaceInfo/, "operator namespace describe {p}"),
      command("operator namespace describe {p} -o json"),
      command("operator namespace update --description other --retention 72h {p}"),
      command("operator namespace describe {p}"),
      command("operator namespace describe {p}-none"),
      command("operator namespace update --description other {p}-none"),
      command("operator namespace create --retention 1m {p}-short"),
      command("operator namespace delete -y {p}"),
      command("operator namespace delete -y {p}-none"),
    ],
  },
  {
    title: "operator search-attribute",
    steps: [
      command("operator search-attribute create --name CliKeyword --type Keyword --name CliInt --type Int"),
      command("operator search-attribute create --name CliKeyword --type Keyword"),
      command("operator search-attribute create --name CliKeyword --type Int"),
      command("operator search-attribute create --name WorkflowId --type Keyword"),
      inAnyOrder(eventuallyPrints(/CliInt/, "operator search-attribute list")),
      command("operator search-attribute list -o json"),
      command("operator search-attribute remove -y --name CliKeyword --name CliInt"),
      command("operator search-attribute remove -y --name CliNone"),
    ],
  },
  {
    title: "operator cluster",
    steps: [
      command("operator cluster health"),
      command("operator cluster health -o json"),
      justExits(command("operator cluster system")),
      justExits(command("operator cluster system -o json")),
      justExits(command("operator cluster describe")),
      justExits(command("operator cluster describe --detail -o json")),
      justExits(command("operator cluster list")),
      command("operator cluster upsert --frontend-address 127.0.0.1:1"),
      command("operator cluster remove --name none"),
    ],
  },
  {
    title: "operator nexus endpoint",
    steps: [
      command("operator nexus endpoint list"),
      command(
        "operator nexus endpoint create --name cli-endpoint --target-namespace {ns} --target-task-queue {q}",
      ),
      inAnyOrder(command("operator nexus endpoint list")),
      command("operator nexus endpoint get --name cli-endpoint"),
      command("operator nexus endpoint update --name cli-endpoint --target-task-queue other"),
      command("operator nexus endpoint delete --name cli-endpoint"),
      command("operator nexus endpoint get --name cli-none"),
    ],
  },
];
