// Every limit that holds for the account, and who set it. The installation's operators change them.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { Badge } from "#components/badge";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import type { Column } from "#components/table-types";
import { count } from "#format/figures";

type Quota = Schemas["cellplane.cloud.v1.Quota"];

const COLUMNS: readonly Column<Quota>[] = [
  {
    id: "description",
    header: "Limit",
    width: 380,
    cell: ({ description }) => description,
    text: ({ description = "" }) => description,
  },
  {
    id: "max",
    header: "At most",
    width: 120,
    align: "end",
    cell: ({ max }) => count(max),
    text: ({ max }) => String(max ?? ""),
  },
  {
    id: "setFor",
    header: "Set",
    width: 220,
    cell: ({ setFor, builtInMax }) =>
      setFor === "" || setFor === undefined ? (
        <Badge>built in</Badge>
      ) : (
        <Badge tone="accent">
          for the {setFor}, built in is {count(builtInMax)}
        </Badge>
      ),
    text: ({ setFor = "" }) => setFor,
  },
  {
    id: "name",
    header: "Name",
    width: 260,
    cell: ({ name }) => <code>{name}</code>,
    text: ({ name = "" }) => name,
  },
];

export function LimitsPage(): ReactNode {
  const [text, setText] = useState("");
  const { data, error, isPending, refetch } = api.useQuery("get", "/api/v1/quotas");
  const words = text.trim().toLowerCase();
  const rows = (data?.quotas ?? []).filter(({ name = "", description = "" }) =>
    `${name} ${description}`.toLowerCase().includes(words),
  );
  return (
    <Page title="Limits" text="What holds for this account. Ask the installation's operators for more.">
      {error === null ? null : (
        <ProblemNote title="The limits cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      <DataTable
        name="limits"
        label="Limits"
        noun={["limit", "limits"]}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ name = "" }) => name}
        isLoading={isPending}
        toolbar={<SearchField label="Find a limit" value={text} onChange={setText} />}
        empty={error === null ? <EmptyState title="No limit is called like this" /> : null}
      />
    </Page>
  );
}
