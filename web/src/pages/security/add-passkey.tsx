// Adds a passkey: a name and the password, then the browser asks the device. Recovery codes come with the first.
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { client } from "#api/client";
import { makePasskey, PasskeyRefused } from "#api/passkey";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { RecoveryCodes } from "./recovery-codes.tsx";

export function AddPasskey({ onClose }: { onClose: () => void }): ReactNode {
  const [displayName, setDisplayName] = useState("This device");
  const [currentPassword, setPassword] = useState("");
  const saved = useSaved("/api/v1/passkeys", "/api/v1/second-factor", "/api/v1/sessions");
  const add = useMutation({
    mutationFn: async () => {
      const begun = await client.POST("/api/v1/passkeys/begin", { body: { currentPassword } });
      const responseJson = await makePasskey(begun.data?.optionsJson ?? "{}");
      const challengeId = begun.data?.challengeId ?? "";
      const kept = await client.POST("/api/v1/passkeys", {
        body: { challengeId, displayName: displayName.trim(), responseJson },
      });
      return kept.data?.recoveryCodes ?? [];
    },
    onSuccess: (codes) => saved("Passkey added", codes.length === 0 ? onClose : undefined)(),
  });
  if (add.data !== undefined && add.data.length > 0)
    return <RecoveryCodes codes={add.data} onClose={onClose} />;
  const { error } = add;
  return (
    <FormLayout
      onSubmit={() => add.mutate()}
      error={error instanceof PasskeyRefused ? undefined : error}
      errorTitle="The passkey was not added"
      buttons={
        <Button kind="primary" type="submit" isBusy={add.isPending}>
          Add passkey
        </Button>
      }
    >
      {error instanceof PasskeyRefused ? <Note tone="warning">{error.message}</Note> : null}
      <TextField label="Name" name="passkeyName" value={displayName} onChange={setDisplayName} />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={setPassword}
        autoFocus
      />
    </FormLayout>
  );
}
