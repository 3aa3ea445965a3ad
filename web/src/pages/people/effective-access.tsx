// What somebody may do, and why: each allowed action with the grants that give it, by the rules that every call is
// decided by. On the account, or on one namespace.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { Badge } from "#components/badge";
import { DataTable } from "#components/data-table";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import { Section } from "#components/section";
import { Select } from "#components/select-field";
import type { Column } from "#components/table-types";

type Allowed = Schemas["cellplane.cloud.v1.AllowedAction"];
type Grant = Schemas["cellplane.cloud.v1.AccessGrant"];

const WHOLE_ACCOUNT = "";
const OFFERED = { params: { query: { pageSize: 200 } } } as const;

const COLUMNS: readonly Column<Allowed>[] = [
  {
    id: "action",
    header: "May",
    width: 320,
    cell: ({ action }) => <code>{action}</code>,
    text: ({ action = "" }) => action,
  },
  {
    id: "because",
    header: "Because of",
    width: 420,
    cell: ({ grants = [] }) =>
      grants.map((grant) => <Badge key={becauseOf(grant)}>{becauseOf(grant)}</Badge>),
    text: ({ grants = [] }) => grants.map(becauseOf).join("; "),
  },
];

/** "the account role developer, by the group platform" */
export function becauseOf(grant: Grant): string {
  const what: Record<string, string> = {
    account_role: `account role ${grant.role ?? ""}`,
    namespace: `${grant.role ?? ""} on ${grant.namespace ?? ""}`,
    project: `${grant.role ?? ""} in project ${grant.projectId ?? ""}`,
    custom_role: `custom role ${grant.role ?? ""}`,
  };
  const by = (grant.groupDisplayName ?? "") === "" ? "" : `, by group ${grant.groupDisplayName ?? ""}`;
  return `${what[grant.kind ?? ""] ?? grant.kind ?? ""}${by}`;
}

export function EffectiveAccess({
  type,
  id,
}: {
  type: "user" | "group" | "service_account";
  id: string;
}): ReactNode {
  const [namespace, setNamespace] = useState(WHOLE_ACCOUNT);
  const [text, setText] = useState("");
  const namespaces = api.useQuery("get", "/cloud/namespaces", OFFERED);
  const { data, error, isPending } = api.useQuery("get", "/api/v1/access-explanation", {
    params: {
      query: { principalType: type, principalId: id, ...(namespace === WHOLE_ACCOUNT ? {} : { namespace }) },
    },
  });
  const rows = (data?.allowedActions ?? []).filter(({ action = "" }) =>
    action.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const choices = [
    { value: WHOLE_ACCOUNT, label: "On the account" },
    ...(namespaces.data?.namespaces ?? []).map(({ namespace: name = "" }) => ({
      value: name,
      label: `On ${name}`,
    })),
  ];
  return (
    <Section
      title="May do, and why"
      layout="stacked"
      text="By the rules that decide every call, with everything that groups give."
      actions={<Select ariaLabel="Where" choices={choices} value={namespace} onChange={setNamespace} />}
    >
      {error === null ? null : <ProblemNote title="The access cannot be explained" error={error} />}
      <DataTable
        name="effective-access"
        label="May do, and why"
        noun={["action", "actions"]}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ action = "" }) => action}
        isLoading={isPending}
        toolbar={<SearchField label="Find an action" value={text} onChange={setText} />}
        empty={
          <EmptyState
            title={text === "" ? "May do nothing here" : "None of the allowed actions is like this"}
          />
        }
      />
    </Section>
  );
}
