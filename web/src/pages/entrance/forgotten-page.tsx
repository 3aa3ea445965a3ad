// Asks for a link to set a new password. The answer never tells whether the address has an account.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { hasMailboxQuery } from "#api/mailbox";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Entrance } from "./entrance.tsx";

export function ForgottenPage(): ReactNode {
  const [email, setEmail] = useState("");
  const ask = api.useMutation("post", "/api/v1/password-resets");
  const { data: hasMailbox = false } = useQuery(hasMailboxQuery);
  if (ask.isSuccess) {
    return (
      <Entrance
        title="Look into your mail"
        text={
          <>
            If <strong>{email}</strong> has an account, a mail with a link to set a new password is on its
            way.
          </>
        }
        elsewhere={<Link to="/sign-in">Sign in</Link>}
      >
        {hasMailbox ? (
          <div>
            <ButtonLink to="/mailbox">Open the mailbox</ButtonLink>
          </div>
        ) : null}
      </Entrance>
    );
  }
  return (
    <Entrance
      title="Forgotten password"
      text="Tell your address, and a link to set a new password comes by mail."
      elsewhere={<Link to="/sign-in">Sign in</Link>}
    >
      <FormLayout
        onSubmit={() => ask.mutate({ body: { email } })}
        error={ask.error as unknown}
        errorTitle="No link was sent"
        buttons={
          <Button kind="primary" type="submit" isBusy={ask.isPending}>
            Send the link
          </Button>
        }
      >
        <TextField
          label="Email address"
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          autoFocus
        />
      </FormLayout>
    </Entrance>
  );
}
