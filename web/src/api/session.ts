// Who is signed in: the session of the browser's cookie, read once and kept until it ends.
import { queryOptions } from "@tanstack/react-query";
import { client, type Schemas } from "./client.ts";
import { keepCsrfToken } from "./csrf-token.ts";
import { isSignedOut } from "./problem.ts";

export type Session = Schemas["cellplane.cloud.v1.Session"];

export const SESSION_KEY = ["session"] as const;

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Session | null> => {
    try {
      const { data } = await client.GET("/api/v1/sessions/current");
      keepCsrfToken(data?.csrfToken);
      return data?.session ?? null;
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      keepCsrfToken(undefined);
      return null;
    }
  },
});
