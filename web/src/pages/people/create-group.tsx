// Makes a group, with what its members may do.
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
import { accessOf, NO_ACCESS } from "./access-draft.ts";
import { AccessFields } from "./access-fields.tsx";

export function CreateGroup({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Create group" width="wide">
      <GroupForm onDone={onClose} />
    </Dialog>
  );
}

function GroupForm({ onDone }: { onDone: () => void }): ReactNode {
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(NO_ACCESS);
  const saved = useSaved("/cloud/user-groups");
  const create = api.useMutation("post", "/cloud/user-groups", {
    onSuccess: saved("Group created", onDone),
  });
  const body = { spec: { displayName: name.trim(), access: accessOf(draft), cloudGroup: {} } };
  const error = create.error as unknown;
  const aboutName = messageAbout(error, "spec.display_name");
  return (
    <>
      <FormLayout
        onSubmit={() => create.mutate({ body })}
        error={isAboutField(error) ? undefined : error}
        errorTitle="The group was not created"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending}>
            Create group
          </Button>
        }
      >
        <TextField
          label="Name"
          name="groupName"
          hint="3 to 64 lower-case letters, digits, hyphens and underscores."
          value={name}
          onChange={setName}
          error={aboutName}
          placeholder="platform"
          isMono
          autoFocus
        />
        <AccessFields
          draft={draft}
          onChange={setDraft}
          error={aboutName === undefined && isAboutField(error) ? error.message : undefined}
        />
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: "/cloud/user-groups", body }}
        terraform={terraformOf("temporalcloud_group", name, { name: name.trim() })}
      />
    </>
  );
}
