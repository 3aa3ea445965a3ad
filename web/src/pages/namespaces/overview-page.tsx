// A namespace at a glance: what is under way, what needs attention, and its facts.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Facts } from "#components/facts";
import { Note } from "#components/note";
import { OperationProgress } from "#components/operation-progress";
import { Section } from "#components/section";
import { LiveCheck } from "./live-check.tsx";
import { isChanging, type Namespace } from "./namespace-facts.ts";
import { NamespaceSummary } from "./namespace-summary.tsx";
import { useNamespace } from "./use-namespace.tsx";

export function NamespaceOverviewPage(): ReactNode {
  const { id, namespace } = useNamespace();
  if (namespace === undefined) return null;
  return (
    <>
      <UnderWay namespace={namespace} />
      <Warnings id={id} />
      <Section title="Workers" text="Who asks this namespace for work, now.">
        <LiveCheck namespace={namespace} hasWayToConnect />
      </Section>
      <Section title="Facts">
        <NamespaceSummary namespace={namespace} />
      </Section>
      <Rate id={id} />
    </>
  );
}

const VERBS: Readonly<Record<string, string>> = {
  RESOURCE_STATE_ACTIVATING: "Creating",
  RESOURCE_STATE_UPDATING: "Changing",
  RESOURCE_STATE_DELETING: "Deleting",
};

/** The change under way, and how it ended for who watched it. */
function UnderWay({ namespace }: { namespace: Namespace }): ReactNode {
  const [watched, setWatched] = useState<{ operation: string; title: string } | undefined>();
  const operation = namespace.asyncOperationId ?? "";
  if (isChanging(namespace) && operation !== "" && watched?.operation !== operation) {
    setWatched({
      operation,
      title: `${VERBS[namespace.state ?? ""] ?? "Changing"} ${namespace.namespace ?? ""}`,
    });
  }
  return watched === undefined ? null : (
    <OperationProgress operationId={watched.operation} title={watched.title} />
  );
}

function Warnings({ id }: { id: string }): ReactNode {
  const { data } = api.useQuery("get", "/api/v1/namespaces/{namespace}/warnings", {
    params: { path: { namespace: id } },
  });
  return (data?.warnings ?? []).map(({ field, message }) => (
    <Note key={`${field ?? ""}${message ?? ""}`} tone="warning">
      {message}
    </Note>
  ));
}

function Rate({ id }: { id: string }): ReactNode {
  const { data } = api.useQuery("get", "/cloud/namespaces/{namespace}/capacity-info", {
    params: { path: { namespace: id } },
  });
  const aps = data?.capacityInfo?.stats?.aps;
  const perSecond = (value: number | undefined): string => `${(value ?? 0).toFixed(1)} per second`;
  return (
    <Section title="Actions" text="Over the last 7 days, as the limit on actions sees them.">
      <Facts
        facts={[
          { name: "Mean", value: perSecond(aps?.mean) },
          { name: "90th percentile", value: perSecond(aps?.p90) },
          { name: "99th percentile", value: perSecond(aps?.p99) },
        ]}
      />
    </Section>
  );
}
