// A namespace at a glance, for the panel beside the list.
import type { ReactNode } from "react";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { authOf, regionsOf, type Namespace } from "./namespace-facts.ts";
import { NamespaceStatus } from "./namespace-status.tsx";

export function NamespaceSummary({ namespace }: { namespace: Namespace }): ReactNode {
  const { state, endpoints, spec, limits, createdTime, tags = {} } = namespace;
  return (
    <Facts
      facts={[
        { name: "State", value: <NamespaceStatus state={state} /> },
        { name: "Id", value: <Identifier value={namespace.namespace ?? ""} /> },
        { name: "Address", value: <Identifier value={endpoints?.grpcAddress ?? ""} /> },
        { name: "Regions", value: regionsOf(namespace).join(", ") },
        { name: "Clients sign in by", value: authOf(namespace) },
        { name: "Retention", value: `${spec?.retentionDays ?? 0} days` },
        { name: "Limit", value: `${count(limits?.actionsPerSecondLimit)} actions per second` },
        { name: "Created", value: <Timestamp at={createdTime} form="absolute" /> },
        ...Object.entries(tags).map(([key, value]) => ({ name: `Tag ${key}`, value })),
      ]}
    />
  );
}
