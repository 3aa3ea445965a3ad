// The mailbox of a standalone cloud, which keeps its mail instead of sending it. Elsewhere there is none.
import { queryOptions } from "@tanstack/react-query";
import { client, type Schemas } from "./client.ts";
import { Problem } from "./problem.ts";

export type Mail = Schemas["cellplane.cloud.v1.Mail"];

const REFETCH_MS = 2_000;

/** The mails, newest first; null where mail is sent out. */
export const mailsQuery = queryOptions({
  queryKey: ["mailbox"],
  refetchInterval: REFETCH_MS,
  queryFn: async (): Promise<Mail[] | null> => {
    try {
      const { data } = await client.GET("/api/v1/mailbox");
      return data?.mails ?? [];
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  },
});

export const hasMailboxQuery = queryOptions({
  ...mailsQuery,
  queryKey: ["mailbox", "exists"],
  refetchInterval: false,
  staleTime: Number.POSITIVE_INFINITY,
  select: (mails: Mail[] | null) => mails !== null,
});
