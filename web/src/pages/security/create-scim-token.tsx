// A new token for the identity provider, shown once.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { OnceShown } from "#components/once-shown";
import { SelectField } from "#components/select-field";
import { ShowAs } from "#components/show-as";

const ROLES = [
  { value: "none", label: "None", hint: "groups give all" },
  { value: "metrics_read", label: "Metrics" },
  { value: "read", label: "Read" },
  { value: "developer", label: "Developer" },
] as const;

export function CreateScimToken({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Create token" width="wide">
      <TokenForm />
    </Dialog>
  );
}

function TokenForm(): ReactNode {
  const [displayName, setDisplayName] = useState("");
  const [accountRole, setAccountRole] = useState<(typeof ROLES)[number]["value"]>("none");
  const saved = useSaved("/api/v1/scim-tokens");
  const create = api.useMutation("post", "/api/v1/scim-tokens", { onSuccess: saved("Token created") });
  const body = { spec: { displayName: displayName.trim(), accountRole } };
  const token = create.data?.token;
  if (token !== undefined) return <OnceShown title={displayName} secret={token} label="Copy the token" />;
  const aboutName = messageAbout(create.error, "spec.display_name");
  return (
    <>
      <FormLayout
        onSubmit={() => create.mutate({ body })}
        error={aboutName === undefined ? (create.error as unknown) : undefined}
        errorTitle="The token was not created"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending}>
            Create token
          </Button>
        }
      >
        <TextField
          label="Name"
          name="tokenName"
          value={displayName}
          onChange={setDisplayName}
          error={aboutName}
          placeholder="Okta"
          autoFocus
        />
        <SelectField
          label="Role of people it makes"
          choices={ROLES}
          value={accountRole}
          onChange={setAccountRole}
        />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: "/api/v1/scim-tokens", body }} />
    </>
  );
}
