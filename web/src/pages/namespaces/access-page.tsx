// Who may do what in this namespace: people, groups and service accounts, by their own permission here or by the
// account's.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useSaved } from "#app/use-saved";
import { HolderTable, type Holder } from "#components/holder-table";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { NAMESPACE_PERMISSIONS, type NamespacePermission } from "#format/roles";
import { useNamespaceId } from "./use-namespace.tsx";

const SHOWN = { query: { pageSize: 200 } } as const;
type NamespaceHolder = Holder<NamespacePermission>;

export function NamespaceAccessPage(): ReactNode {
  const namespace = useNamespaceId();
  const { holders, error } = useHolders(namespace);
  const change = useChangeAccess(namespace);
  const failure = (error ?? change.error) as unknown;
  const shared = {
    place: "this namespace",
    choices: NAMESPACE_PERMISSIONS,
    ...(useMayChange(namespace) ? { onChange: change.to } : {}),
  };
  return (
    <>
      {failure == null ? null : <ProblemNote title="Access cannot be read or changed" error={failure} />}
      <Section title="People" layout="stacked" text="Account owners and admins have admin everywhere.">
        <HolderTable {...shared} label="People" holders={holders.filter(({ kind }) => kind === "user")} />
      </Section>
      <Section title="Groups and service accounts" layout="stacked">
        <HolderTable
          {...shared}
          label="Groups and service accounts"
          holders={holders.filter(({ kind }) => kind !== "user")}
        />
      </Section>
    </>
  );
}

function useMayChange(namespace: string): boolean {
  const { data } = api.useQuery("get", "/api/v1/access-explanation", { params: { query: { namespace } } });
  return data?.allowedActions?.some(({ action }) => action === "cloud.namespace.setUserAccess") === true;
}

function useHolders(namespace: string): { holders: NamespaceHolder[]; error: unknown } {
  const at = { params: { path: { namespace }, ...SHOWN } };
  const users = api.useQuery("get", "/cloud/namespaces/{namespace}/user-assignments", at);
  const groups = api.useQuery("get", "/cloud/namespaces/{namespace}/user-group-assignments", at);
  const accounts = api.useQuery("get", "/cloud/namespaces/{namespace}/service-account-assignments", at);
  const rows = [
    ...(users.data?.users ?? []).map((row) => ({ ...row, kind: "user" as const, name: row.email })),
    ...(groups.data?.groups ?? []).map((row) => ({ ...row, kind: "group" as const, name: row.displayName })),
    ...(accounts.data?.serviceAccounts ?? []).map((row) => ({ ...row, kind: "service account" as const })),
  ];
  return {
    error: users.error ?? groups.error ?? accounts.error,
    holders: rows.map(
      ({ id = "", kind, name = "", namespaceAccess, inheritedAccess, resourceVersion = "" }) => ({
        ...{ id, kind, name, resourceVersion, isInherited: inheritedAccess === true },
        permission: namespaceAccess?.permission as NamespacePermission | undefined,
      }),
    ),
  };
}

function useChangeAccess(namespace: string) {
  const [error, setError] = useState<unknown>();
  const saved = useSaved("/cloud/namespaces", "/api/v1/access-explanation");
  const handlers = {
    onSuccess: (answer: unknown) => {
      setError(undefined);
      return saved("Access changed")(answer);
    },
    onError: (failure: unknown) => setError(failure),
  };
  const user = api.useMutation("post", "/cloud/namespaces/{namespace}/users/{user_id}/access", handlers);
  const group = api.useMutation(
    "post",
    "/cloud/namespaces/{namespace}/user-groups/{group_id}/access",
    handlers,
  );
  const account = api.useMutation(
    "post",
    "/cloud/namespaces/{namespace}/service-accounts/{service_account_id}/access",
    handlers,
  );
  const to = ({ id, kind, resourceVersion }: NamespaceHolder, permission?: NamespacePermission): void => {
    const body = {
      access: { permission: permission ?? ("PERMISSION_UNSPECIFIED" as const) },
      resourceVersion,
    };
    if (kind === "user") user.mutate({ params: { path: { namespace, user_id: id } }, body });
    else if (kind === "group") group.mutate({ params: { path: { namespace, group_id: id } }, body });
    else account.mutate({ params: { path: { namespace, service_account_id: id } }, body });
  };
  return { to, error };
}
