// A form that sets a password by the token of a mail, for invitations and resets.
import { useState, type ReactNode } from "react";
import { Problem } from "#api/problem";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";

interface Props {
  token: string;
  verb: string;
  errorTitle: string;
  isBusy: boolean;
  error: unknown;
  onSubmit: (password: string) => void;
}

export function NewPasswordForm({ token, verb, errorTitle, isBusy, error, onSubmit }: Props): ReactNode {
  const [password, setPassword] = useState("");
  const isAboutPassword = error instanceof Problem && error.field === "password";
  return (
    <FormLayout
      onSubmit={() => onSubmit(password)}
      error={isAboutPassword ? undefined : error}
      errorTitle={errorTitle}
      buttons={
        <Button kind="primary" type="submit" isBusy={isBusy} disabled={token === ""}>
          {verb}
        </Button>
      }
    >
      {token === "" ? <p>The link has lost its token. Follow the one in the mail again.</p> : null}
      <TextField
        label="Password"
        type="password"
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={isAboutPassword ? error.message : undefined}
        hint="At least 8 characters. A few random words make a good one."
        autoFocus
      />
    </FormLayout>
  );
}
