// The run of the address: what the server says of it, and its history, both live while the page is shown.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { workflowServiceQuery, type ResponseOf } from "#api/workflow-service";
import { useLongPoll } from "#hooks/use-long-poll";
import type { EventGroup } from "../history/group-events.ts";
import type { HistoryEvent } from "../history/history-event.ts";
import { isOpen, type RunName, type WorkflowInfo } from "../workflow-facts.ts";
import { HistoryStore } from "./history-store.ts";

const REFETCH_OPEN_MS = 5_000;

interface RunContext {
  run: RunName;
  description: ResponseOf<"DescribeWorkflowExecution"> | undefined;
  info: WorkflowInfo | undefined;
  error: Error | null;
  refetch: () => Promise<unknown>;
  store: HistoryStore;
}

const Context = createContext<RunContext | undefined>(undefined);

/** Around all parts of one run. */
export function RunProvider({ children }: { children: ReactNode }): ReactNode {
  const { namespace = "", workflowId = "", runId = "" } = useParams({ strict: false });
  return (
    <Following key={`${namespace} ${workflowId} ${runId}`} {...{ namespace, workflowId, runId }}>
      {children}
    </Following>
  );
}

function Following({ namespace, workflowId, runId, children }: RunName & { children: ReactNode }): ReactNode {
  const [store] = useState(() => new HistoryStore({ namespace, workflowId, runId }));
  const isComplete = useSyncExternalStore(store.subscribe, () => store.isComplete);
  const { data, error, refetch } = useQuery({
    ...workflowServiceQuery("DescribeWorkflowExecution", { namespace, execution: { workflowId, runId } }),
    refetchInterval: ({ state }) => {
      const info = (state.data as RunContext["description"])?.workflowExecutionInfo;
      return info !== undefined && isOpen(info) ? REFETCH_OPEN_MS : false;
    },
  });
  const length = data?.workflowExecutionInfo?.historyLength;
  useEffect(() => {
    if (length !== undefined) store.expect(Number(length));
  }, [store, length]);
  useLongPoll(async (signal) => {
    const wasCaughtUp = store.isCaughtUp;
    const before = store.events.length;
    await store.follow(signal).finally(() => {
      // What the server said of the run is out of date as soon as something happened.
      const isNews = wasCaughtUp && store.events.length > before;
      if (isNews || store.error !== undefined) void refetch();
    });
  }, !isComplete);
  const context = useMemo(
    () => ({
      run: store.run,
      description: data,
      info: data?.workflowExecutionInfo,
      error,
      refetch,
      store,
    }),
    [store, data, error, refetch],
  );
  return <Context value={context}>{children}</Context>;
}

export function useRun(): RunContext {
  const context = useContext(Context);
  if (context === undefined) throw new Error("useRun needs a RunProvider");
  return context;
}

interface History {
  events: readonly HistoryEvent[];
  groups: readonly EventGroup[];
  /** Changes with each page and each news; the arrays are the same ones, grown. */
  version: number;
  isComplete: boolean;
  isCaughtUp: boolean;
  error: unknown;
}

export function useHistory(): History {
  const { store } = useRun();
  const version = useSyncExternalStore(store.subscribe, store.readVersion);
  const { events, grouping, isComplete, isCaughtUp, error } = store;
  return { events, groups: grouping.groups, version, isComplete, isCaughtUp, error };
}
