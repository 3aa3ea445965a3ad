// The workflows that a filter finds, page after page by keyset, and how many there are of each status. What is loaded is
// read again every few seconds, as long as that is no more than a few pages.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { workflowServicePages, workflowServiceQuery } from "#api/workflow-service";
import { payloadLine } from "#format/payload";
import type { WorkflowInfo } from "../workflow-facts.ts";

const PAGE_SIZE = 250;
const PAGES_LIVE_MAX = 4;
const REFETCH_MS = 5_000;

export function useWorkflowList(namespace: string, query: string, isOn: boolean) {
  const list = useInfiniteQuery({
    ...workflowServicePages("ListWorkflowExecutions", { namespace, query, pageSize: PAGE_SIZE }),
    enabled: isOn,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= PAGES_LIVE_MAX ? REFETCH_MS : false),
  });
  const rows: readonly WorkflowInfo[] = list.data?.pages.flatMap((page) => page.executions ?? []) ?? [];
  return { ...list, rows, isLive: (list.data?.pages.length ?? 0) <= PAGES_LIVE_MAX };
}

export interface StatusCount {
  /** As the filter language spells it: "Running". */
  name: string;
  count: number;
}

export function useStatusCounts(namespace: string, query: string, isOn: boolean): readonly StatusCount[] {
  const grouped = `${query} GROUP BY ExecutionStatus`.trim();
  const { data } = useQuery({
    ...workflowServiceQuery(
      "CountWorkflowExecutions",
      { namespace, query: grouped },
      { refetchMs: REFETCH_MS },
    ),
    enabled: isOn,
    placeholderData: keepPreviousData,
  });
  return (data?.groups ?? []).map(({ groupValues = [], count = "0" }) => {
    const [value] = groupValues;
    return { name: value === undefined ? "" : payloadLine(value).replaceAll('"', ""), count: Number(count) };
  });
}
