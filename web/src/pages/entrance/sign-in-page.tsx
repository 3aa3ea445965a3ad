// Sign in with the password and, for who has one, the second factor; or with a passkey, which is both. The server decides
// whether it asks for the code.
import { Link, useSearch } from "@tanstack/react-router";
import { Fingerprint } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Problem } from "#api/problem";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { Entrance } from "./entrance.tsx";
import { useEntering } from "./use-entering.ts";
import { usePasskeySignIn } from "./use-passkey-sign-in.ts";

export function SignInPage(): ReactNode {
  const { next, email: given = "" } = useSearch({ from: "/sign-in" });
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [isCodeAsked, setCodeAsked] = useState(false);
  const signIn = useSignIn(next, () => setCodeAsked(true));
  const byPasskey = usePasskeySignIn(next);
  const failure = (signIn.error ?? byPasskey.problem) as unknown;
  const isAboutCode = failure instanceof Problem && failure.field === "code";
  return (
    <Entrance title="Sign in" elsewhere={<Elsewhere />}>
      <FormLayout
        onSubmit={() => signIn.mutate({ body: { email, password, ...(isCodeAsked ? { code } : {}) } })}
        error={isAboutCode ? undefined : failure}
        errorTitle="You are not signed in"
        buttons={
          <>
            <Button kind="primary" type="submit" isBusy={signIn.isPending}>
              Sign in
            </Button>
            <Button icon={<Fingerprint />} isBusy={byPasskey.isPending} onClick={byPasskey.start}>
              Use a passkey
            </Button>
          </>
        }
      >
        <TextField
          label="Email address"
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          autoFocus={given === ""}
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          autoFocus={given !== ""}
        />
        {byPasskey.refusal === undefined ? null : <Note tone="warning">{byPasskey.refusal}</Note>}
        {isCodeAsked ? (
          <CodeField value={code} onChange={setCode} error={isAboutCode ? failure.message : undefined} />
        ) : null}
      </FormLayout>
    </Entrance>
  );
}

function Elsewhere(): ReactNode {
  return (
    <>
      New here? <Link to="/sign-up">Sign up</Link> · <Link to="/forgotten-password">Forgotten password</Link>
    </>
  );
}

function CodeField(props: {
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
}): ReactNode {
  return (
    <TextField
      label="Code"
      hint="From your authenticator app, or a recovery code."
      name="code"
      autoComplete="one-time-code"
      inputMode="numeric"
      value={props.value}
      onChange={props.onChange}
      error={props.value === "" ? undefined : props.error}
      isMono
      autoFocus
    />
  );
}

function useSignIn(next: string | undefined, onCodeAsked: () => void) {
  const enter = useEntering(next);
  return api.useMutation("post", "/api/v1/sessions", {
    onSuccess: enter,
    onError: (error: unknown) => {
      if (error instanceof Problem && error.field === "code") onCodeAsked();
    },
  });
}
