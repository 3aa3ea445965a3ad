// Sets a new password by the token of a mail. All sessions of the person end with it.
import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ButtonLink } from "#components/button-link";
import { Entrance } from "./entrance.tsx";
import { NewPasswordForm } from "./new-password-form.tsx";

export function ResetPage(): ReactNode {
  const { token = "" } = useSearch({ from: "/reset-password" });
  const reset = api.useMutation("post", "/api/v1/password-resets/complete");
  if (reset.isSuccess) {
    return (
      <Entrance
        title="The password is set"
        text="All your sessions have ended. Sign in with the new password."
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
    <Entrance title="Set a new password" text="All your sessions end with it.">
      <NewPasswordForm
        token={token}
        verb="Set password"
        errorTitle="The password was not set"
        isBusy={reset.isPending}
        error={reset.error as unknown}
        onSubmit={(password) => reset.mutate({ body: { token, password } })}
      />
    </Entrance>
  );
}
