// The groups of the account, and where each comes from: made here, of Google, or kept by an identity provider.
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useMay } from "#api/own-access";
import { PAGE_SIZE, PAGES } from "#api/pages";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { ACCOUNT_ROLES, labelOf } from "#format/roles";
import { draftOf } from "./access-draft.ts";
import { CreateGroup } from "./create-group.tsx";
import { originOf, type Group } from "./group-origin.ts";

const roleOf = ({ spec }: Group): string => labelOf(ACCOUNT_ROLES, draftOf(spec?.access).role);

const COLUMNS: readonly Column<Group>[] = [
  {
    id: "name",
    header: "Group",
    width: 260,
    cell: ({ spec }) => spec?.displayName,
    text: ({ spec }) => spec?.displayName ?? "",
  },
  {
    id: "origin",
    header: "Comes from",
    width: 200,
    cell: (group) => (
      <Badge tone={originOf(group).isOurs ? "plain" : "accent"}>{originOf(group).label}</Badge>
    ),
    text: (group) => originOf(group).label,
  },
  { id: "role", header: "Account role", width: 140, cell: roleOf, text: roleOf },
  {
    id: "created",
    header: "Since",
    width: 140,
    cell: ({ createdTime }) => <Timestamp at={createdTime} />,
    text: ({ createdTime = "" }) => createdTime,
  },
];

export function GroupsPage(): ReactNode {
  const navigate = useNavigate();
  const may = useMay();
  const [text, setText] = useState("");
  const [isMaking, setMaking] = useState(false);
  const query = api.useInfiniteQuery(
    "get",
    "/cloud/user-groups",
    { params: { query: { pageSize: PAGE_SIZE } } },
    PAGES,
  );
  const all = query.data?.pages.flatMap((page) => page.groups ?? []) ?? [];
  const rows = all.filter(({ spec }) => (spec?.displayName ?? "").toLowerCase().includes(text.toLowerCase()));
  const button = may("cloud.usergroup.create") ? (
    <Button kind="primary" icon={<Plus />} onClick={() => setMaking(true)}>
      Create group
    </Button>
  ) : null;
  return (
    <>
      {query.error === null ? null : <ProblemNote title="The groups cannot be read" error={query.error} />}
      <DataTable
        name="groups"
        label="Groups"
        noun={["group", "groups"]}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id = "" }) => id}
        isLoading={query.isPending || query.isFetchingNextPage}
        hasMore={query.hasNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={({ id = "" }) => void navigate({ to: "/people/groups/$groupId", params: { groupId: id } })}
        toolbar={
          <>
            <SearchField label="Find a group" value={text} onChange={setText} />
            {button}
          </>
        }
        empty={query.error === null ? <NoGroups isSearch={all.length > 0} action={button} /> : null}
      />
      <CreateGroup isOpen={isMaking} onClose={() => setMaking(false)} />
    </>
  );
}

function NoGroups({ isSearch, action }: { isSearch: boolean; action: ReactNode }): ReactNode {
  if (isSearch) return <EmptyState title="No group has this in its name" />;
  return (
    <EmptyState
      title="No group yet"
      text="What a group may do, its members may do. An identity provider can keep groups by SCIM: they appear here by themselves."
      action={action}
    />
  );
}
