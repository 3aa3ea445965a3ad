// Who may do what in this namespace: people, groups and service accounts, by their own role here or by the account's.
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { say } from "#app/toasts";
import { Badge } from "#components/badge";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Select } from "#components/select-field";
import { SimpleTable } from "#components/simple-table";
import { useNamespaceId } from "./use-namespace.tsx";

type Permission = Schemas["temporal.api.cloud.identity.v1.NamespaceAccess.Permission"];

const PERMISSIONS: readonly { value: Permission; label: string }[] = [
  { value: "PERMISSION_ADMIN", label: "Admin" },
  { value: "PERMISSION_WRITE", label: "Write" },
  { value: "PERMISSION_READ", label: "Read" },
];

export function NamespaceAccessPage(): ReactNode {
  const namespace = useNamespaceId();
  const at = { params: { path: { namespace } } };
  const users = api.useQuery("get", "/cloud/namespaces/{namespace}/user-assignments", at);
  const groups = api.useQuery("get", "/cloud/namespaces/{namespace}/user-group-assignments", at);
  const accounts = api.useQuery("get", "/cloud/namespaces/{namespace}/service-account-assignments", at);
  const change = useChangeAccess(namespace, () => users.refetch());
  const error = users.error ?? groups.error ?? accounts.error ?? change.error;
  return (
    <>
      {error == null ? null : <ProblemNote title="Access cannot be read or changed" error={error} />}
      <Section title="People" layout="stacked" text="Account owners and admins have admin everywhere.">
        <SimpleTable
          label="People"
          headers={["Person", "Comes from", "May"]}
          rows={(users.data?.users ?? []).map((user) => ({
            key: user.id ?? "",
            cells: [
              user.email,
              <Badge key="from">{user.inheritedAccess === true ? "account role" : "this namespace"}</Badge>,
              user.inheritedAccess === true ? (
                labelOf(user.namespaceAccess?.permission)
              ) : (
                <Select
                  key="may"
                  ariaLabel={`What ${user.email ?? ""} may do`}
                  choices={PERMISSIONS}
                  value={user.namespaceAccess?.permission ?? "PERMISSION_READ"}
                  onChange={(permission) => change.to(user, permission)}
                />
              ),
            ],
          }))}
        />
      </Section>
      <Section title="Groups and service accounts" layout="stacked">
        <OtherHolders
          holders={[
            ...(groups.data?.groups ?? []).map(({ id, displayName, namespaceAccess }) => ({
              id,
              name: displayName,
              kind: "group",
              permission: namespaceAccess?.permission,
            })),
            ...(accounts.data?.serviceAccounts ?? []).map(({ id, name, namespaceAccess }) => ({
              id,
              name,
              kind: "service account",
              permission: namespaceAccess?.permission,
            })),
          ]}
        />
      </Section>
    </>
  );
}

interface Holder {
  id: string | undefined;
  name: string | undefined;
  kind: string;
  permission: Permission | undefined;
}

function OtherHolders({ holders }: { holders: readonly Holder[] }): ReactNode {
  if (holders.length === 0) {
    return (
      <EmptyState
        title="No group or service account has access"
        text="A service account is what workers should sign in as: it stays when people leave."
        command="temporal cloud service-account create --name worker --account-role read"
      />
    );
  }
  return (
    <SimpleTable
      label="Groups and service accounts"
      headers={["Name", "Kind", "May"]}
      rows={holders.map(({ id = "", name, kind, permission }) => ({
        key: id,
        cells: [name, <Badge key="kind">{kind}</Badge>, labelOf(permission)],
      }))}
    />
  );
}

function labelOf(permission: Permission | undefined): string {
  return PERMISSIONS.find(({ value }) => value === permission)?.label ?? "Nothing";
}

function useChangeAccess(namespace: string, onDone: () => unknown) {
  const { mutate, error } = api.useMutation("post", "/cloud/namespaces/{namespace}/users/{user_id}/access", {
    onSuccess: () => {
      say("Access changed");
      onDone();
    },
  });
  const to = (
    user: Schemas["temporal.api.cloud.identity.v1.UserNamespaceAssignment"],
    permission: Permission,
  ): void =>
    mutate({
      params: { path: { namespace, user_id: user.id ?? "" } },
      body: { access: { permission }, resourceVersion: user.resourceVersion ?? "" },
    });
  return { to, error };
}
