// The columns of the list of namespaces.
import { Badge } from "#components/badge";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { authOf, regionsOf, type Namespace } from "./namespace-facts.ts";
import { NamespaceStatus } from "./namespace-status.tsx";

export const NAMESPACE_COLUMNS: readonly Column<Namespace>[] = [
  {
    id: "namespace",
    header: "Namespace",
    width: 240,
    cell: ({ namespace }) => <code>{namespace}</code>,
    text: ({ namespace = "" }) => namespace,
  },
  {
    id: "state",
    header: "State",
    width: 140,
    cell: ({ state }) => <NamespaceStatus state={state} />,
    text: ({ state = "" }) => state,
  },
  {
    id: "region",
    header: "Region",
    width: 200,
    cell: (namespace) =>
      regionsOf(namespace).map((region, index) => (
        <Badge key={region} tone={index === 0 ? "plain" : "accent"}>
          {region}
        </Badge>
      )),
    text: (namespace) => regionsOf(namespace).join(" "),
  },
  { id: "auth", header: "Clients sign in by", width: 160, cell: authOf, text: authOf },
  {
    id: "rate",
    header: "Actions per second, limit",
    width: 180,
    align: "end",
    cell: ({ limits }) => count(limits?.actionsPerSecondLimit),
    text: ({ limits }) => String(limits?.actionsPerSecondLimit ?? ""),
  },
  {
    id: "retention",
    header: "Retention",
    width: 110,
    align: "end",
    cell: ({ spec }) => days(spec?.retentionDays ?? 0),
    text: ({ spec }) => String(spec?.retentionDays ?? ""),
  },
  {
    id: "project",
    header: "Project",
    width: 140,
    isHidden: true,
    cell: ({ projectId }) => <code>{projectId}</code>,
    text: ({ projectId = "" }) => projectId,
  },
  {
    id: "created",
    header: "Created",
    width: 140,
    cell: ({ createdTime }) => <Timestamp at={createdTime} />,
    text: ({ createdTime = "" }) => createdTime,
  },
];

function days(number: number): string {
  return `${number} ${number === 1 ? "day" : "days"}`;
}
