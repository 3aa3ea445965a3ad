// Takes a person's ways in away for a while, or gives them back; mails an invitation anew.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { ProblemNote } from "#components/problem-note";

type User = Schemas["temporal.api.cloud.identity.v1.User"];

export function UserStanding({ user }: { user: User }): ReactNode {
  const { id = "", resourceVersion = "", spec, state, invitation } = user;
  const [isOpen, setOpen] = useState(false);
  const saved = useSaved("/cloud/users");
  const suspend = api.useMutation("post", "/api/v1/users/{user_id}/suspend", {
    onSuccess: saved("User suspended", () => setOpen(false)),
  });
  const restore = api.useMutation("post", "/api/v1/users/{user_id}/restore", {
    onSuccess: saved("User restored"),
  });
  const resend = api.useMutation("post", "/api/v1/users/{user_id}/resend-invitation", {
    onSuccess: saved("Invitation sent again"),
  });
  const email = spec?.email ?? "";
  const change = { params: { path: { user_id: id } }, body: { resourceVersion } };
  const isSuspended = state === "RESOURCE_STATE_SUSPENDED";
  const error = (restore.error ?? resend.error) as unknown;
  return (
    <>
      {error == null ? null : <ProblemNote title="It was not done" error={error} />}
      <div>
        {invitation === undefined ? null : (
          <Button
            isBusy={resend.isPending}
            onClick={() => resend.mutate({ params: { path: { user_id: id } }, body: {} })}
          >
            Send the invitation again
          </Button>
        )}{" "}
        {isSuspended ? (
          <Button isBusy={restore.isPending} onClick={() => restore.mutate(change)}>
            Restore user
          </Button>
        ) : (
          <Button onClick={() => setOpen(true)}>Suspend user</Button>
        )}
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Suspend ${email}`}
        name={email}
        losses={["Their sessions end at once", "Their API keys are refused until they are restored"]}
        verb="Suspend user"
        remark={<p>Nothing is deleted: restoring gives all of it back.</p>}
        isBusy={suspend.isPending}
        error={suspend.error as unknown}
        onConfirm={() => suspend.mutate(change)}
      />
    </>
  );
}
