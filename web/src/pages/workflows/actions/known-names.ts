// The queries, signals and updates that a workflow says it takes, by the query that SDKs answer for it.
import { useQuery } from "@tanstack/react-query";
import { callWorkflowService, workflowServiceKey } from "#api/workflow-service";
import { bytesOf, textOf } from "#format/payload";
import type { RunName } from "../workflow-facts.ts";

interface Definition {
  name?: string;
  description?: string;
}

interface Metadata {
  definition?: {
    queryDefinitions?: Definition[];
    signalDefinitions?: Definition[];
    updateDefinitions?: Definition[];
  };
  currentDetails?: string;
}

export interface KnownNames {
  queries: string[];
  signals: string[];
  updates: string[];
}

const QUERY = "__temporal_workflow_metadata";
const NONE: KnownNames = { queries: [], signals: [], updates: [] };

/** Empty when no worker answers: names can be typed all the same. */
export function useKnownNames({ namespace, workflowId, runId }: RunName, isOn = true): KnownNames {
  const { data = NONE } = useQuery({
    queryKey: [...workflowServiceKey(namespace), "known-names", workflowId, runId],
    enabled: isOn,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async ({ signal }) => {
      try {
        const answer = await callWorkflowService(
          "QueryWorkflow",
          { namespace, execution: { workflowId, runId }, query: { queryType: QUERY } },
          signal,
        );
        const [payload] = answer.queryResult?.payloads ?? [];
        return namesIn(JSON.parse(textOf(bytesOf(payload?.data ?? "")) ?? "{}") as Metadata);
      } catch {
        // Older SDKs do not answer, and no worker cannot: neither is worth a word.
        return NONE;
      }
    },
  });
  return data;
}

function namesIn({ definition = {} }: Metadata): KnownNames {
  const names = (definitions: Definition[] | undefined): string[] =>
    (definitions ?? []).flatMap(({ name }) => (name === undefined || name === "" ? [] : [name])).sort();
  return {
    queries: names(definition.queryDefinitions).filter((name) => !name.startsWith("__")),
    signals: names(definition.signalDefinitions),
    updates: names(definition.updateDefinitions),
  };
}
