// Who is in a group; adding and taking out where the group is made here.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Select } from "#components/select-field";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";

const SHOWN = 200;
const NOBODY = "";

export function GroupMembers({ groupId, canChange }: { groupId: string; canChange: boolean }): ReactNode {
  const { data, error } = api.useQuery("get", "/cloud/user-groups/{group_id}/members", {
    params: { path: { group_id: groupId }, query: { pageSize: SHOWN } },
  });
  const users = api.useQuery("get", "/cloud/users", { params: { query: { pageSize: SHOWN } } });
  const saved = useSaved("/cloud/user-groups", "/api/v1/access-explanation");
  const add = api.useMutation("post", "/cloud/user-groups/{group_id}/members", {
    onSuccess: saved("Member added"),
  });
  const remove = api.useMutation("post", "/cloud/user-groups/{group_id}/remove-member", {
    onSuccess: saved("Member taken out"),
  });
  const members = data?.members ?? [];
  const emailOf = (id: string): string =>
    users.data?.users?.find((user) => user.id === id)?.spec?.email ?? id;
  const inside = new Set(members.map(({ memberId }) => memberId?.userId));
  const others = (users.data?.users ?? []).filter(({ id }) => !inside.has(id));
  const failure = error ?? (add.error as unknown) ?? (remove.error as unknown);
  const params = { path: { group_id: groupId } };
  return (
    <Section
      title="Members"
      layout="stacked"
      actions={
        canChange && others.length > 0 ? (
          <Select
            ariaLabel="Add a member"
            choices={[
              { value: NOBODY, label: "Add a member" },
              ...others.map(({ id = "", spec }) => ({ value: id, label: spec?.email ?? id })),
            ]}
            value={NOBODY}
            onChange={(userId) =>
              userId === NOBODY ? undefined : add.mutate({ params, body: { memberId: { userId } } })
            }
          />
        ) : null
      }
    >
      {failure == null ? null : <ProblemNote title="The members cannot be read or changed" error={failure} />}
      {members.length === 0 ? (
        <EmptyState title="Nobody is in this group" />
      ) : (
        <MemberTable
          members={members}
          emailOf={emailOf}
          {...(canChange
            ? { onOut: (userId: string) => remove.mutate({ params, body: { memberId: { userId } } }) }
            : {})}
        />
      )}
    </Section>
  );
}

function MemberTable(props: {
  members: readonly Schemas["temporal.api.cloud.identity.v1.UserGroupMember"][];
  emailOf: (userId: string) => string;
  onOut?: (userId: string) => void;
}): ReactNode {
  const { members, emailOf, onOut } = props;
  return (
    <SimpleTable
      label="Members"
      headers={["Person", "Since", ...(onOut === undefined ? [] : [""])]}
      rows={members.map(({ memberId, createdTime }) => {
        const userId = memberId?.userId ?? "";
        return {
          key: userId,
          cells: [
            <Link key="who" to="/people/users/$userId" params={{ userId }}>
              {emailOf(userId)}
            </Link>,
            <Timestamp key="since" at={createdTime} />,
            onOut === undefined ? (
              ""
            ) : (
              <Button key="out" kind="quiet" onClick={() => onOut(userId)}>
                Take out
              </Button>
            ),
          ].slice(0, onOut === undefined ? 2 : 3),
        };
      })}
    />
  );
}
