// Sign in with the password and, for who has one, the second factor. The server decides whether it asks for the code.
import { useQueryClient } from "@tanstack/react-query";
import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { keepCsrfToken } from "#api/csrf-token";
import { Problem } from "#api/problem";
import { SESSION_KEY } from "#api/session";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Entrance } from "./entrance.tsx";

export function SignInPage(): ReactNode {
  const { next, email: given = "" } = useSearch({ from: "/sign-in" });
  const [email, setEmail] = useState(given);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [isCodeAsked, setCodeAsked] = useState(false);
  const signIn = useSignIn(next, () => setCodeAsked(true));
  const failure = signIn.error as unknown;
  const isAboutCode = failure instanceof Problem && failure.field === "code";
  return (
    <Entrance
      title="Sign in"
      elsewhere={
        <>
          New here? <Link to="/sign-up">Sign up</Link> ·{" "}
          <Link to="/forgotten-password">Forgotten password</Link>
        </>
      }
    >
      <FormLayout
        onSubmit={() => signIn.mutate({ body: { email, password, ...(isCodeAsked ? { code } : {}) } })}
        error={isAboutCode ? undefined : failure}
        errorTitle="You are not signed in"
        buttons={
          <Button kind="primary" type="submit" isBusy={signIn.isPending}>
            Sign in
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
        {isCodeAsked ? (
          <CodeField value={code} onChange={setCode} error={isAboutCode ? failure.message : undefined} />
        ) : null}
      </FormLayout>
    </Entrance>
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

/** Everything that was read for somebody else is forgotten; then the person goes where they wanted to. */
function useSignIn(next: string | undefined, onCodeAsked: () => void) {
  const router = useRouter();
  const queryClient = useQueryClient();
  return api.useMutation("post", "/api/v1/sessions", {
    onSuccess: async (answer) => {
      queryClient.clear();
      keepCsrfToken(answer.csrfToken);
      queryClient.setQueryData(SESSION_KEY, answer.session ?? null);
      await router.invalidate();
      router.history.push(next ?? "/namespaces");
    },
    onError: (error: unknown) => {
      if (error instanceof Problem && error.field === "code") onCodeAsked();
    },
  });
}
