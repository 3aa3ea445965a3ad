// Who may do what in a project, and giving a role in it to people, groups and service accounts.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { HolderTable, type Holder } from "#components/holder-table";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { PROJECT_ROLES, type ProjectRole } from "#format/roles";

const SHOWN = { query: { pageSize: 200 } } as const;

export function ProjectAccess({ projectId }: { projectId: string }): ReactNode {
  const may = useMay();
  const { holders, error } = useHolders(projectId);
  const change = useChangeRole(projectId);
  const failure = (error ?? change.error) as unknown;
  return (
    <Section title="Access" layout="stacked" text="Owners and admins administer every project.">
      {failure == null ? null : <ProblemNote title="The access cannot be read or changed" error={failure} />}
      <HolderTable
        label="Access"
        place="this project"
        choices={PROJECT_ROLES}
        holders={holders}
        {...(may("cloud.project.setUserAccess") ? { onChange: change.to } : {})}
      />
    </Section>
  );
}

function useHolders(projectId: string): { holders: Holder<ProjectRole>[]; error: unknown } {
  const at = { params: { path: { project_id: projectId }, ...SHOWN } };
  const users = api.useQuery("get", "/cloud/projects/{project_id}/user-assignments", at);
  const groups = api.useQuery("get", "/cloud/projects/{project_id}/user-group-assignments", at);
  const accounts = api.useQuery("get", "/cloud/projects/{project_id}/service-account-assignments", at);
  const rows = [
    ...(users.data?.users ?? []).map((row) => ({ ...row, kind: "user" as const, name: row.email })),
    ...(groups.data?.groups ?? []).map((row) => ({ ...row, kind: "group" as const, name: row.displayName })),
    ...(accounts.data?.serviceAccounts ?? []).map((row) => ({ ...row, kind: "service account" as const })),
  ];
  return {
    error: users.error ?? groups.error ?? accounts.error,
    holders: rows.map(
      ({ id = "", kind, name = "", projectAccess, inheritedAccess, resourceVersion = "" }) => ({
        ...{ id, kind, name, resourceVersion, isInherited: inheritedAccess === true },
        permission: projectAccess?.role as ProjectRole | undefined,
      }),
    ),
  };
}

function useChangeRole(projectId: string) {
  const [error, setError] = useState<unknown>();
  const saved = useSaved("/cloud/projects", "/api/v1/access-explanation");
  const handlers = {
    onSuccess: (answer: unknown) => {
      setError(undefined);
      return saved("Access changed")(answer);
    },
    onError: (failure: unknown) => setError(failure),
  };
  const user = api.useMutation("post", "/cloud/projects/{project_id}/users/{user_id}/access", handlers);
  const group = api.useMutation(
    "post",
    "/cloud/projects/{project_id}/user-groups/{group_id}/access",
    handlers,
  );
  const account = api.useMutation(
    "post",
    "/cloud/projects/{project_id}/service-accounts/{service_account_id}/access",
    handlers,
  );
  const to = ({ id, kind, resourceVersion }: Holder<ProjectRole>, role: ProjectRole | undefined): void => {
    const body = { access: { role: role ?? ("PROJECT_ROLE_UNSPECIFIED" as const) }, resourceVersion };
    const at = { project_id: projectId };
    if (kind === "user") user.mutate({ params: { path: { ...at, user_id: id } }, body });
    else if (kind === "group") group.mutate({ params: { path: { ...at, group_id: id } }, body });
    else account.mutate({ params: { path: { ...at, service_account_id: id } }, body });
  };
  return { to, error };
}
