// What operators do besides running workflows: namespaces, clusters, archives, and how bare requests are recorded.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { expectGrpc, GRPC, start, type Program } from "./program.ts";

const DAY_SECONDS = 86_400;
const NAMESPACE_LIMIT_MS = 90_000;

function register(fixture: Fixture, namespace: string, retentionSeconds = DAY_SECONDS) {
  return fixture.raw.registerNamespace({
    namespace,
    // The type wants a Long, the wire does not care.
    workflowExecutionRetentionPeriod: { seconds: retentionSeconds as never },
  });
}

export const operatorPrograms: Program[] = [
  {
    title: "a namespace is registered once, described, deleted, and then is not there",
    limitMs: NAMESPACE_LIMIT_MS,
    run: async (fixture) => {
      const { operatorService } = fixture.client.connection;
      const namespace = fixture.id("space");
      await register(fixture, namespace);
      await expectGrpc(register(fixture, namespace), GRPC.ALREADY_EXISTS, /^Namespace ".*" already exists/);
      const described = await eventually(() => fixture.raw.describeNamespace({ namespace }));
      expect(described.namespaceInfo?.supportsSchedules).toBe(true);
      expect(described.replicationConfig?.state).toBe(1);
      const answer = await eventually(() => operatorService.deleteNamespace({ namespace }), {
        limitMs: NAMESPACE_LIMIT_MS,
      });
      expect(answer.deletedNamespace).toMatch(new RegExp(`^${namespace}-deleted-`));
      await expectGrpc(fixture.raw.describeNamespace({ namespace }), GRPC.NOT_FOUND, /is not found/);
    },
  },
  {
    title: "a retention of less than an hour is refused",
    run: (fixture) =>
      expectGrpc(
        register(fixture, fixture.id("short"), 3_599),
        GRPC.INVALID_ARGUMENT,
        /valid retention period/,
      ),
  },
  {
    title: "a namespace without a retention is refused, and a description by two names",
    run: async (fixture) => {
      const namespace = fixture.id("bare");
      await expectGrpc(
        fixture.raw.registerNamespace({ namespace }),
        GRPC.INVALID_ARGUMENT,
        /valid retention period/,
      );
      await expectGrpc(
        fixture.raw.describeNamespace({ namespace: fixture.namespace, id: randomUUID() }),
        GRPC.INVALID_ARGUMENT,
        /Both ID and Name specified in request/,
      );
    },
  },
  {
    title: "the cluster lists itself",
    run: async (fixture) => {
      const { clusters } = await fixture.client.connection.operatorService.listClusters({});
      const { clusterName } = await fixture.raw.getClusterInfo({});
      expect(clusters).toMatchObject([{ clusterName, isConnectionEnabled: true }]);
    },
  },
  {
    title: "there is no archive to list",
    run: ({ raw, namespace }) =>
      expectGrpc(
        raw.listArchivedWorkflowExecutions({ namespace }),
        GRPC.INVALID_ARGUMENT,
        /not configured for visibility archival/,
      ),
  },
  {
    title:
      "a termination without a reason is recorded with the server's, and a description tells the start's request",
    run: async (fixture) => {
      const handle = await start(fixture, "forever");
      const execution = { workflowId: handle.workflowId };
      const { workflowExtendedInfo } = await fixture.raw.describeWorkflowExecution({
        namespace: fixture.namespace,
        execution,
      });
      expect(Object.values(workflowExtendedInfo?.requestIdInfos ?? {})).toMatchObject([{ eventType: 1 }]);
      await fixture.raw.terminateWorkflowExecution({
        namespace: fixture.namespace,
        workflowExecution: execution,
      });
      const { events } = await handle.fetchHistory();
      expect(events?.at(-1)?.workflowExecutionTerminatedEventAttributes).toMatchObject({
        reason: "terminated by user via frontend",
        identity: "frontend-service",
      });
    },
  },
  {
    title: "the close event of an open run is no event, when nobody waits for it",
    run: async (fixture) => {
      const { workflowId } = await start(fixture, "forever");
      const { history } = await fixture.raw.getWorkflowExecutionHistory({
        namespace: fixture.namespace,
        execution: { workflowId },
        historyEventFilterType: 2,
      });
      expect(history?.events).toEqual([]);
    },
  },
  {
    title: "removing a search attribute that is not there changes nothing",
    run: async ({ client, namespace }) => {
      await client.connection.operatorService.removeSearchAttributes({
        namespace,
        searchAttributes: ["NeverDefined"],
      });
    },
  },
];
