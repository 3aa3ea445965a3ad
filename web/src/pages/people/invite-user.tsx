// Invites a person: an address and what they may do. A mail tells them how to come in.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { isAboutField, messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { terraformOf } from "#format/show-as";
import { accessOf, NO_ACCESS, terraformAccess, type AccessDraft } from "./access-draft.ts";
import { AccessFields } from "./access-fields.tsx";

const START: AccessDraft = { ...NO_ACCESS, role: "ROLE_READ" };

export function InviteUser({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Invite user"
      text="A mail brings a link that is good for 7 days."
      width="wide"
    >
      <InviteForm onDone={onClose} />
    </Dialog>
  );
}

function InviteForm({ onDone }: { onDone: () => void }): ReactNode {
  const [email, setEmail] = useState("");
  const [draft, setDraft] = useState(START);
  const saved = useSaved("/cloud/users");
  const invite = api.useMutation("post", "/cloud/users", { onSuccess: saved("Invitation sent", onDone) });
  const body = { spec: { email: email.trim(), access: accessOf(draft) } };
  const error = invite.error as unknown;
  const aboutEmail = messageAbout(error, "spec.email");
  return (
    <>
      <FormLayout
        onSubmit={() => invite.mutate({ body })}
        error={isAboutField(error) ? undefined : error}
        errorTitle="Nobody was invited"
        buttons={
          <>
            <Button kind="primary" type="submit" isBusy={invite.isPending}>
              Send invitation
            </Button>
            <Button kind="quiet" onClick={onDone}>
              Cancel
            </Button>
          </>
        }
      >
        <TextField
          label="Email address"
          type="email"
          name="inviteEmail"
          value={email}
          onChange={setEmail}
          error={aboutEmail}
          autoFocus
        />
        <AccessFields
          draft={draft}
          onChange={setDraft}
          error={aboutEmail === undefined && isAboutField(error) ? error.message : undefined}
        />
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: "/cloud/users", body }}
        terraform={terraformOf("temporalcloud_user", email.split("@")[0] ?? "", {
          email: email.trim(),
          ...terraformAccess(draft),
        })}
      />
    </>
  );
}
