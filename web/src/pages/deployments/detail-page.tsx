// One worker deployment: where new work goes, its versions with their drainage, and how that is changed.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMayWrite } from "#api/may-write";
import { workflowServiceQuery } from "#api/workflow-service";
import { Facts } from "#components/facts";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { currentOf, rampingOf, type DeploymentRef, type Described } from "./deployment-facts.ts";
import { RampBar } from "./ramp-bar.tsx";
import { VersionTable } from "./version-table.tsx";

const REFETCH_MS = 5_000;

export function DeploymentDetailPage(): ReactNode {
  const namespace = useNamespaceId();
  const deployment = useParams({ strict: false }).deployment ?? "";
  const { data, error, refetch } = useQuery(
    workflowServiceQuery(
      "DescribeWorkerDeployment",
      { namespace, deploymentName: deployment },
      { refetchMs: REFETCH_MS },
    ),
  );
  return (
    <Page title={deployment} text="A worker deployment.">
      {error === null ? null : (
        <ProblemNote title="The deployment cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined ? (
        error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : (
        <Content of={{ namespace, deployment }} described={data} />
      )}
    </Page>
  );
}

function Content({ of, described }: { of: DeploymentRef; described: Described }): ReactNode {
  const mayWrite = useMayWrite(of.namespace);
  const info = described.workerDeploymentInfo;
  const routing = info?.routingConfig;
  const ramping = rampingOf(routing);
  return (
    <>
      <Section title="Where new workflows go">
        <RampBar current={currentOf(routing)} ramping={ramping} />
        <Facts
          facts={[
            { name: "Current version", value: <code>{currentOf(routing)}</code> },
            {
              name: "Current since",
              value: <Timestamp at={routing?.currentVersionChangedTime} fallback="the beginning" />,
            },
            {
              name: "Ramping version",
              value: ramping === undefined ? "none" : <code>{ramping.buildId}</code>,
            },
            { name: "Last changed by", value: info?.lastModifierIdentity ?? "—" },
            { name: "Created", value: <Timestamp at={info?.createTime} form="absolute" /> },
          ]}
        />
      </Section>
      <Section
        title="Versions"
        layout="stacked"
        text="Workflows that are pinned to a version stay on it until they end."
      >
        <VersionTable of={of} described={described} mayWrite={mayWrite} />
      </Section>
    </>
  );
}
