// The fields of what a person, group or service account may do: the account role, namespaces, projects, custom roles.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { ChecksField } from "#components/checks-field";
import { Note } from "#components/note";
import { SelectField } from "#components/select-field";
import { ACCOUNT_ROLES, hasEverything, NAMESPACE_PERMISSIONS, PROJECT_ROLES } from "#format/roles";
import type { AccessDraft } from "./access-draft.ts";
import { GivenAccess } from "./given-access.tsx";

const OFFERED = { params: { query: { pageSize: 200 } } } as const;

interface Props {
  draft: AccessDraft;
  onChange: (draft: AccessDraft) => void;
  /** What the server says about the role. */
  error?: string | undefined;
}

export function AccessFields({ draft, onChange, error }: Props): ReactNode {
  const namespaces = api.useQuery("get", "/cloud/namespaces", OFFERED);
  const projects = api.useQuery("get", "/cloud/projects", OFFERED);
  const roles = api.useQuery("get", "/cloud/custom-roles", OFFERED);
  const customRoles = roles.data?.customRoles ?? [];
  return (
    <>
      <SelectField
        label="Account role"
        choices={ACCOUNT_ROLES}
        value={draft.role}
        onChange={(role) => onChange({ ...draft, role })}
        error={error}
      />
      {hasEverything(draft.role) ? (
        <Note>Owners and admins administer every namespace and project.</Note>
      ) : (
        <>
          <GivenAccess
            label="Namespaces"
            noun="namespace"
            things={(namespaces.data?.namespaces ?? []).map(({ namespace = "" }) => ({
              id: namespace,
              name: namespace,
            }))}
            choices={NAMESPACE_PERMISSIONS}
            given={draft.namespaces}
            onChange={(given) => onChange({ ...draft, namespaces: given })}
          />
          <GivenAccess
            label="Projects"
            noun="project"
            things={(projects.data?.projects ?? []).map(({ id = "", spec }) => ({
              id,
              name: spec?.displayName ?? id,
            }))}
            choices={PROJECT_ROLES}
            given={draft.projects}
            onChange={(given) => onChange({ ...draft, projects: given })}
          />
        </>
      )}
      {customRoles.length === 0 ? null : (
        <ChecksField
          label="Custom roles"
          choices={customRoles.map(({ id = "", spec }) => ({ value: id, label: spec?.name ?? id }))}
          values={draft.customRoles}
          onChange={(chosen) => onChange({ ...draft, customRoles: chosen })}
        />
      )}
    </>
  );
}
