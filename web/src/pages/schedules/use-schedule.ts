// The schedule of the address, read again every few seconds.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { workflowServiceQuery, type ResponseOf } from "#api/workflow-service";
import { useNamespaceId } from "#hooks/use-namespace-id";

const REFETCH_MS = 5_000;

export interface ScheduleOfPage {
  namespace: string;
  scheduleId: string;
  described: ResponseOf<"DescribeSchedule"> | undefined;
  error: Error | null;
  refetch: () => void;
}

export function useSchedule(): ScheduleOfPage {
  const namespace = useNamespaceId();
  const scheduleId = useParams({ strict: false }).scheduleId ?? "";
  const query = useQuery(
    workflowServiceQuery("DescribeSchedule", { namespace, scheduleId }, { refetchMs: REFETCH_MS }),
  );
  return {
    ...{ namespace, scheduleId, described: query.data, error: query.error },
    refetch: () => void query.refetch(),
  };
}
