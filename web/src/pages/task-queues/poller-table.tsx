// The workers that poll a task queue: each with the kinds of tasks it asks for, its version and its SDK.
import type { ReactNode } from "react";
import { Badge } from "#components/badge";
import { ButtonLink } from "#components/button-link";
import { EmptyState } from "#components/empty-state";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";
import {
  KINDS,
  versionOf,
  type Described,
  type KindType,
  type Poller,
  type WorkerInfo,
} from "./task-queue-facts.ts";

interface Props {
  namespace: string;
  kinds: ReadonlyMap<KindType, Described>;
  workers: readonly WorkerInfo[];
}

export function PollerTable({ namespace, kinds, workers }: Props): ReactNode {
  const byIdentity = pollersByIdentity(kinds);
  if (byIdentity.size === 0) {
    return (
      <EmptyState
        title="Nobody polls"
        text="Tasks wait here until a worker asks for them. Check that one is running, with this namespace and this task queue's exact name."
        action={
          <ButtonLink to="/namespaces/$namespace/connect" params={{ namespace }}>
            Connect a worker
          </ButtonLink>
        }
      />
    );
  }
  return (
    <SimpleTable
      label="Workers polling"
      headers={["Worker", "Asks for", "Last asked", "Version", "SDK", "Host"]}
      rows={[...byIdentity].map(([identity, { kinds: asked, newest }]) => {
        const told = workers.find(({ workerIdentity }) => workerIdentity === identity);
        const version = versionOf(newest);
        return {
          key: identity,
          cells: [
            <code key="worker">{identity}</code>,
            asked.map((label) => <Badge key={label}>{label}</Badge>),
            <Timestamp key="last" at={newest.lastAccessTime} />,
            version === "" ? "unversioned" : <code key="version">{version}</code>,
            told === undefined ? "—" : `${told.sdkName ?? ""} ${told.sdkVersion ?? ""}`,
            told?.hostName ?? "—",
          ],
        };
      })}
    />
  );
}

interface Polls {
  kinds: string[];
  newest: Poller;
}

function pollersByIdentity(kinds: ReadonlyMap<KindType, Described>): Map<string, Polls> {
  const byIdentity = new Map<string, Polls>();
  for (const { type, label } of KINDS) {
    for (const poller of kinds.get(type)?.pollers ?? []) {
      const { identity = "", lastAccessTime = "" } = poller;
      const known = byIdentity.get(identity);
      const isNewer = known === undefined || lastAccessTime > (known.newest.lastAccessTime ?? "");
      byIdentity.set(identity, {
        kinds: [...new Set([...(known?.kinds ?? []), label])],
        newest: isNewer ? poller : known.newest,
      });
    }
  }
  return byIdentity;
}
