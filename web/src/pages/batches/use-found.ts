// How many workflows a list filter finds, asked when the typing rests.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Problem } from "#api/problem";
import { workflowServiceQuery } from "#api/workflow-service";

const REST_MS = 400;

export interface Found {
  /** Undefined while nobody knows. */
  count: number | undefined;
  /** The server's words about a filter that it cannot read. */
  mistake: string | undefined;
}

export function useFound(namespace: string, query: string): Found {
  const [asked, setAsked] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query), REST_MS);
    return () => clearTimeout(timer);
  }, [query]);
  const counted = useQuery({
    ...workflowServiceQuery("CountWorkflowExecutions", { namespace, query: asked }),
    enabled: asked !== "",
  });
  const isNow = asked === query && query !== "";
  return {
    count: isNow && counted.data !== undefined ? Number(counted.data.count ?? 0) : undefined,
    mistake: isNow && counted.error instanceof Problem ? counted.error.message : undefined,
  };
}
