// Sign up: an address, a password, the account's name. A mail confirms the address before anything is made.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { hasMailboxQuery } from "#api/mailbox";
import { isAboutField, messageAbout } from "#api/problem";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Entrance } from "./entrance.tsx";

export function SignUpPage(): ReactNode {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [accountName, setAccountName] = useState("");
  const signUp = api.useMutation("post", "/api/v1/sign-up");
  const wrong = (field: string): string | undefined => messageAbout(signUp.error, field);
  if (signUp.isSuccess) return <LookIntoMail email={email} />;
  return (
    <Entrance
      title="Sign up"
      text="Free until the first invoice; no card is asked for now."
      elsewhere={
        <>
          Have an account? <Link to="/sign-in">Sign in</Link>
        </>
      }
    >
      <FormLayout
        onSubmit={() => signUp.mutate({ body: { email, password, accountName } })}
        error={isAboutField(signUp.error) ? undefined : signUp.error}
        errorTitle="You are not signed up"
        buttons={
          <Button kind="primary" type="submit" isBusy={signUp.isPending}>
            Sign up
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
          error={wrong("email")}
          autoFocus
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={wrong("password")}
          hint="At least 8 characters. A few random words make a good one."
        />
        <TextField
          label="Account name"
          name="accountName"
          autoComplete="organization"
          value={accountName}
          onChange={setAccountName}
          error={wrong("account_name")}
          hint="Your company or team. It can be changed later."
        />
      </FormLayout>
    </Entrance>
  );
}

function LookIntoMail({ email }: { email: string }): ReactNode {
  const { data: hasMailbox = false } = useQuery(hasMailboxQuery);
  return (
    <Entrance
      title="Look into your mail"
      text={
        <>
          A mail with a link to confirm <strong>{email}</strong> is on its way. The link is good for a day.
        </>
      }
      elsewhere={<Link to="/sign-in">Sign in</Link>}
    >
      {hasMailbox ? (
        <div>
          <ButtonLink kind="primary" to="/mailbox">
            Open the mailbox
          </ButtonLink>
        </div>
      ) : null}
    </Entrance>
  );
}
