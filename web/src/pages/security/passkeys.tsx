// One's own passkeys: adding one with the device at hand, and removing.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";
import { AddPasskey } from "./add-passkey.tsx";

type Passkey = Schemas["cellplane.cloud.v1.Passkey"];

export function Passkeys(): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/passkeys");
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Passkey | undefined>();
  const passkeys = data?.passkeys ?? [];
  return (
    <Section
      title="Passkeys"
      layout="stacked"
      text="Sign in by fingerprint, face or a security key: both factors at once, and nothing to be tricked out of."
      actions={
        <Button kind="primary" onClick={() => setAdding(true)}>
          Add passkey
        </Button>
      }
    >
      {error === null ? null : <ProblemNote title="The passkeys cannot be read" error={error} />}
      {passkeys.length === 0 ? (
        <EmptyState title="You have no passkey yet" />
      ) : (
        <SimpleTable
          label="Passkeys"
          headers={["Name", "Kept", "Last used", "Since", ""]}
          rows={passkeys.map((passkey) => ({
            key: passkey.passkeyId ?? "",
            cells: [
              passkey.displayName,
              passkey.backedUp === true ? "on all your devices" : "on one device",
              <Timestamp key="used" at={passkey.lastUsedTime} fallback="never" />,
              <Timestamp key="since" at={passkey.createdTime} />,
              <Button key="remove" kind="quiet" onClick={() => setRemoved(passkey)}>
                Remove
              </Button>,
            ],
          }))}
        />
      )}
      <Dialog isOpen={isAdding} onClose={() => setAdding(false)} title="Add passkey" width="wide">
        <AddPasskey onClose={() => setAdding(false)} />
      </Dialog>
      <Dialog
        isOpen={removed !== undefined}
        onClose={() => setRemoved(undefined)}
        title={`Remove ${removed?.displayName ?? ""}`}
        text="It opens nothing from then on. Delete it on your device too."
      >
        <Removal passkeyId={removed?.passkeyId ?? ""} onDone={() => setRemoved(undefined)} />
      </Dialog>
    </Section>
  );
}

function Removal({ passkeyId, onDone }: { passkeyId: string; onDone: () => void }): ReactNode {
  const [password, setPassword] = useState("");
  const saved = useSaved("/api/v1/passkeys", "/api/v1/second-factor", "/api/v1/sessions");
  const remove = api.useMutation("post", "/api/v1/passkeys/{passkey_id}/remove", {
    onSuccess: saved("Passkey removed", onDone),
  });
  return (
    <FormLayout
      onSubmit={() =>
        remove.mutate({ params: { path: { passkey_id: passkeyId } }, body: { currentPassword: password } })
      }
      error={remove.error as unknown}
      errorTitle="It was not removed"
      buttons={
        <Button kind="danger" type="submit" isBusy={remove.isPending}>
          Remove passkey
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
