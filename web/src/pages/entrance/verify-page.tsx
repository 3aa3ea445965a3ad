// Confirms an address by the token of a mail. By a click, because mail scanners follow links.
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { FormLayout } from "#components/form-layout";
import { Entrance } from "./entrance.tsx";

export function VerifyPage(): ReactNode {
  const { token = "" } = useSearch({ from: "/verify-email" });
  const verify = api.useMutation("post", "/api/v1/verify-email");
  if (verify.isSuccess) {
    return (
      <Entrance
        title="Email address confirmed"
        text="Your account is there. Sign in to make its first namespace."
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
    <Entrance
      title="Confirm your email address"
      text="One click, and your account is made."
      elsewhere={
        <>
          Was the link too old? <Link to="/sign-up">Sign up again</Link>
        </>
      }
    >
      <FormLayout
        onSubmit={() => verify.mutate({ body: { token } })}
        error={verify.error as unknown}
        errorTitle="The address was not confirmed"
        buttons={
          <Button kind="primary" type="submit" isBusy={verify.isPending} disabled={token === ""}>
            Confirm email address
          </Button>
        }
      >
        {token === "" ? <p>The link has lost its token. Follow the one in the mail again.</p> : null}
      </FormLayout>
    </Entrance>
  );
}
