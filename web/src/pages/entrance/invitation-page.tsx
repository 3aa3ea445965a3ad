// Accepts an invitation: a password, and the person belongs to the account.
import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { Entrance } from "./entrance.tsx";
import { NewPasswordForm } from "./new-password-form.tsx";

export function InvitationPage(): ReactNode {
  const { token = "" } = useSearch({ from: "/accept-invitation" });
  const accept = api.useMutation("post", "/api/v1/invitations/accept");
  if (accept.isSuccess) {
    return (
      <Entrance
        title="Welcome"
        text="You belong to the account now. Sign in with your address and your password."
      >
        <div>
          <ButtonLink kind="primary" to="/sign-in">
            Sign in
          </ButtonLink>
        </div>
      </Entrance>
    );
  }
  return (
    <Entrance title="Accept the invitation" text="Choose a password to come in with.">
      <NewPasswordForm
        token={token}
        verb="Accept invitation"
        errorTitle="The invitation was not accepted"
        isBusy={accept.isPending}
        error={accept.error as unknown}
        onSubmit={(password) => accept.mutate({ body: { token, password } })}
      />
    </Entrance>
  );
}
