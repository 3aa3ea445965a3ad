// Everybody in the account, with what their role is; inviting somebody.
import { useNavigate } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { PAGE_SIZE, PAGES } from "#api/pages";
import { Button } from "#components/button";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { ACCOUNT_ROLES, labelOf } from "#format/roles";
import { draftOf } from "./access-draft.ts";
import { InviteUser } from "./invite-user.tsx";
import { PrincipalState } from "./resource-state.tsx";

type User = Schemas["temporal.api.cloud.identity.v1.User"];

const roleOf = ({ spec }: User): string => labelOf(ACCOUNT_ROLES, draftOf(spec?.access).role);
const givenTo = ({ spec }: User): string => String(Object.keys(draftOf(spec?.access).namespaces).length);

const COLUMNS: readonly Column<User>[] = [
  {
    id: "email",
    header: "Email address",
    width: 280,
    cell: ({ spec }) => spec?.email,
    text: ({ spec }) => spec?.email ?? "",
  },
  {
    id: "state",
    header: "State",
    width: 130,
    cell: ({ state, invitation }) => <PrincipalState state={state} isInvited={invitation !== undefined} />,
    text: ({ state = "" }) => state,
  },
  { id: "role", header: "Account role", width: 140, cell: roleOf, text: roleOf },
  { id: "namespaces", header: "Namespaces given", width: 150, align: "end", cell: givenTo, text: givenTo },
  {
    id: "created",
    header: "Since",
    width: 140,
    cell: ({ createdTime }) => <Timestamp at={createdTime} />,
    text: ({ createdTime = "" }) => createdTime,
  },
  {
    id: "id",
    header: "Id",
    width: 200,
    isHidden: true,
    cell: ({ id }) => <code>{id}</code>,
    text: ({ id = "" }) => id,
  },
];

export function UsersPage(): ReactNode {
  const navigate = useNavigate();
  const may = useMay();
  const [text, setText] = useState("");
  const [isInviting, setInviting] = useState(false);
  const query = api.useInfiniteQuery(
    "get",
    "/cloud/users",
    { params: { query: { pageSize: PAGE_SIZE } } },
    PAGES,
  );
  const all = query.data?.pages.flatMap((page) => page.users ?? []) ?? [];
  const rows = all.filter(({ spec }) => (spec?.email ?? "").includes(text.trim().toLowerCase()));
  return (
    <>
      {query.error === null ? null : (
        <ProblemNote
          title="The users cannot be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DataTable
        name="users"
        label="Users"
        noun={["user", "users"]}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id = "" }) => id}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ id = "" }) => void navigate({ to: "/people/users/$userId", params: { userId: id } })}
        toolbar={
          <>
            <SearchField label="Find a person" value={text} onChange={setText} />
            {may("cloud.user.create") ? (
              <Button kind="primary" icon={<UserPlus />} onClick={() => setInviting(true)}>
                Invite user
              </Button>
            ) : null}
          </>
        }
        empty={query.error === null ? <EmptyState title="Nobody has this in their address" /> : null}
      />
      <InviteUser isOpen={isInviting} onClose={() => setInviting(false)} />
    </>
  );
}
