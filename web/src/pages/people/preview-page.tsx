// Who may do what: choose somebody, see everything they may do and by what.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Select } from "#components/select-field";
import { EffectiveAccess } from "./effective-access.tsx";

const OFFERED = { params: { query: { pageSize: 200 } } } as const;
type Kind = "user" | "group" | "service_account";

export function PreviewPage(): ReactNode {
  const users = api.useQuery("get", "/cloud/users", OFFERED);
  const groups = api.useQuery("get", "/cloud/user-groups", OFFERED);
  const accounts = api.useQuery("get", "/cloud/service-accounts", OFFERED);
  const [chosen, setChosen] = useState<string | undefined>();
  const choices = [
    ...(users.data?.users ?? []).map(({ id = "", spec }) => ({
      value: `user/${id}`,
      label: spec?.email ?? id,
      hint: "user",
    })),
    ...(groups.data?.groups ?? []).map(({ id = "", spec }) => ({
      value: `group/${id}`,
      label: spec?.displayName ?? id,
      hint: "group",
    })),
    ...(accounts.data?.serviceAccount ?? []).map(({ id = "", spec }) => ({
      value: `service_account/${id}`,
      label: spec?.name ?? id,
      hint: "service account",
    })),
  ];
  const value = chosen ?? choices[0]?.value;
  if (value === undefined) return null;
  const [type = "user", id = ""] = value.split("/");
  return (
    <>
      <div>
        <Select ariaLabel="Who" choices={choices} value={value} onChange={setChosen} />
      </div>
      <EffectiveAccess key={value} type={type as Kind} id={id} />
    </>
  );
}
