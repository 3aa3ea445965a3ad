// The form of a custom role: its name, and for each kind of resource the actions and on which of them.
import { useState, type ReactNode } from "react";
import { isAboutField, messageAbout } from "#api/problem";
import { Button } from "#components/button";
import { ChecksField } from "#components/checks-field";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { Tabs } from "#components/tabs";
import { ROLE_ACTIONS, type ResourceType } from "./role-actions.ts";
import { RESOURCE_TYPES, specOf, type RoleDraft } from "./role-draft.ts";

const NAMES: Record<ResourceType, string> = {
  accounts: "Account",
  projects: "Projects",
  namespaces: "Namespaces",
  "nexus-endpoints": "Nexus endpoints",
  "connectivity-rules": "Connectivity rules",
  "custom-roles": "Custom roles",
};

interface Props {
  start: RoleDraft;
  verb: string;
  isBusy: boolean;
  error: unknown;
  /** Where the change goes, and what is sent beside the spec. */
  path: string;
  resourceVersion?: string;
  onSave: (spec: ReturnType<typeof specOf>) => void;
}

export function RoleForm(props: Props): ReactNode {
  const { start, verb, isBusy, error, path, resourceVersion, onSave } = props;
  const [draft, setDraft] = useState(start);
  const spec = specOf(draft);
  const aboutName = messageAbout(error, "spec.name");
  return (
    <>
      <FormLayout
        onSubmit={() => onSave(spec)}
        error={aboutName === undefined ? error : undefined}
        errorTitle={isAboutField(error) ? "The role cannot be like this" : "The role was not saved"}
        buttons={
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {verb}
          </Button>
        }
      >
        <TextField
          label="Name"
          name="roleName"
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          error={aboutName}
        />
        <TextField
          label="Description"
          value={draft.description}
          onChange={(description) => setDraft({ ...draft, description })}
          isOptional
        />
        <Tabs
          label="Kinds of resources"
          tabs={RESOURCE_TYPES.map((type) => ({
            id: type,
            label: labelled(type, draft),
            content: <ResourceFields type={type} draft={draft} onChange={setDraft} />,
          }))}
        />
      </FormLayout>
      <ShowAs
        rest={{
          method: "POST",
          path,
          body: { spec, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
        }}
      />
    </>
  );
}

function labelled(type: ResourceType, { actions }: RoleDraft): string {
  const count = actions[type]?.length ?? 0;
  return count === 0 ? NAMES[type] : `${NAMES[type]} (${String(count)})`;
}

function ResourceFields(props: {
  type: ResourceType;
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
}): ReactNode {
  const { type, draft, onChange } = props;
  return (
    <>
      <ChecksField
        label={`May, on ${NAMES[type].toLowerCase()}`}
        choices={ROLE_ACTIONS[type].map((action) => ({
          value: action,
          label: action.slice("cloud.".length),
        }))}
        values={draft.actions[type] ?? []}
        onChange={(chosen) => onChange({ ...draft, actions: { ...draft.actions, [type]: chosen } })}
      />
      <TextField
        label="On these only"
        hint="Ids with commas between. Empty: on all of them."
        value={draft.ids[type] ?? ""}
        onChange={(ids) => onChange({ ...draft, ids: { ...draft.ids, [type]: ids } })}
        isOptional
        isMono
      />
    </>
  );
}
