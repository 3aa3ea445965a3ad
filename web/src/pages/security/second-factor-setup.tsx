// Turning the second factor on: the password, the secret into the app and its first code back, the recovery codes.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { messageAbout, isAboutField } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

export function SecondFactorSetup({ onClose }: { onClose: () => void }): ReactNode {
  const begin = api.useMutation("post", "/api/v1/second-factor");
  const saved = useSaved("/api/v1/second-factor", "/api/v1/sessions", "/api/v1/access-explanation");
  const confirm = api.useMutation("post", "/api/v1/second-factor/confirm", {
    onSuccess: saved("Second factor turned on"),
  });
  const codes = confirm.data?.recoveryCodes;
  if (codes !== undefined) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (begin.data !== undefined) {
    return (
      <FirstCode
        secret={begin.data.secret ?? ""}
        uri={begin.data.otpauthUri ?? ""}
        error={confirm.error as unknown}
        isBusy={confirm.isPending}
        onCode={(code) => confirm.mutate({ body: { code } })}
      />
    );
  }
  return (
    <PasswordStep
      error={begin.error as unknown}
      isBusy={begin.isPending}
      onPassword={(currentPassword) => begin.mutate({ body: { currentPassword } })}
    />
  );
}

function PasswordStep(props: {
  error: unknown;
  isBusy: boolean;
  onPassword: (password: string) => void;
}): ReactNode {
  const [password, setPassword] = useState("");
  return (
    <FormLayout
      onSubmit={() => props.onPassword(password)}
      error={props.error}
      errorTitle="It cannot begin"
      buttons={
        <Button kind="primary" type="submit" isBusy={props.isBusy}>
          Continue
        </Button>
      }
    >
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus
      />
    </FormLayout>
  );
}

function FirstCode(props: {
  secret: string;
  uri: string;
  error: unknown;
  isBusy: boolean;
  onCode: (code: string) => void;
}): ReactNode {
  const [code, setCode] = useState("");
  const { error } = props;
  return (
    <FormLayout
      onSubmit={() => props.onCode(code)}
      error={isAboutField(error) ? undefined : error}
      errorTitle="It is not on yet"
      buttons={
        <Button kind="primary" type="submit" isBusy={props.isBusy}>
          Turn on
        </Button>
      }
    >
      <p>Scan this with an authenticator app, or type the secret into it.</p>
      <QrCode text={props.uri} label="The secret as a QR code" />
      <CodeBlock title="Secret" text={props.secret} label="Copy the secret" />
      <TextField
        label="Code that the app shows"
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onChange={setCode}
        error={messageAbout(error, "code")}
        isMono
        autoFocus
      />
    </FormLayout>
  );
}
