// Where one is signed in, and ending those sessions.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";

export function OwnSessions(): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/sessions");
  const saved = useSaved("/api/v1/sessions");
  const end = api.useMutation("post", "/api/v1/sessions/end", { onSuccess: saved("Session ended") });
  const sessions = data?.sessions ?? [];
  const failure = error ?? (end.error as unknown);
  return (
    <Section
      title="Sessions"
      layout="stacked"
      text="Where you are signed in. They end after 8 hours without use."
      actions={
        sessions.length > 1 ? (
          <Button onClick={() => end.mutate({ body: { allOthers: true } })} isBusy={end.isPending}>
            End all others
          </Button>
        ) : null
      }
    >
      {failure == null ? null : <ProblemNote title="The sessions cannot be read or ended" error={failure} />}
      <SimpleTable
        label="Sessions"
        headers={["Address", "Last seen", "Since", "Ends", ""]}
        rows={sessions.map(
          ({ sessionId = "", remoteAddress, lastSeenTime, createdTime, expiresTime, current }) => ({
            key: sessionId,
            cells: [
              <code key="address">{remoteAddress}</code>,
              <Timestamp key="seen" at={lastSeenTime} />,
              <Timestamp key="since" at={createdTime} />,
              <Timestamp key="ends" at={expiresTime} />,
              current === true ? (
                <Badge key="this" tone="accent">
                  this one
                </Badge>
              ) : (
                <Button key="end" kind="quiet" onClick={() => end.mutate({ body: { sessionId } })}>
                  End
                </Button>
              ),
            ],
          }),
        )}
      />
    </Section>
  );
}
