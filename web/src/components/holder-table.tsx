// Who may do what in one place, a namespace or a project: what each has there can be changed and taken away, and somebody
// else can be given something. What comes from the account role is shown and stays.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { EmptyState } from "./empty-state.tsx";
import { FormLayout } from "./form-layout.tsx";
import { Select, SelectField, type Choice } from "./select-field.tsx";
import { SimpleTable } from "./simple-table.tsx";

export interface Holder<Permission extends string> {
  id: string;
  kind: "user" | "group" | "service account";
  name: string;
  permission: Permission | undefined;
  /** By the account role. */
  isInherited: boolean;
  /** Of the user, group or service account. */
  resourceVersion: string;
}

interface Props<Permission extends string> {
  label: string;
  /** "this namespace". */
  place: string;
  choices: readonly Choice<Permission>[];
  holders: readonly Holder<Permission>[];
  /** Without a permission: takes it away. Left out where the person may not change it. */
  onChange?: (holder: Holder<Permission>, permission: Permission | undefined) => void;
}

export function HolderTable<Permission extends string>(props: Props<Permission>): ReactNode {
  const { label, place, choices, holders, onChange } = props;
  const [isGiving, setGiving] = useState(false);
  const give =
    onChange === undefined ? null : (
      <div>
        <Button onClick={() => setGiving(true)}>Give access</Button>
        <Dialog isOpen={isGiving} onClose={() => setGiving(false)} title={`Give access to ${place}`}>
          <Giving {...props} onChange={onChange} onDone={() => setGiving(false)} />
        </Dialog>
      </div>
    );
  return (
    <>
      {holders.length === 0 ? (
        <EmptyState
          title={`Nobody was given access to ${place}`}
          text="A service account is what workers should sign in as: it stays when people leave."
        />
      ) : (
        <SimpleTable
          label={label}
          headers={["Who", "Kind", "Comes from", "May", ...(onChange === undefined ? [] : [""])]}
          rows={holders.map((holder) => ({
            key: `${holder.kind}/${holder.id}`,
            cells: cellsOf(holder, place, choices, onChange),
          }))}
        />
      )}
      {give}
    </>
  );
}

function cellsOf<Permission extends string>(
  holder: Holder<Permission>,
  place: string,
  choices: readonly Choice<Permission>[],
  onChange: Props<Permission>["onChange"],
): ReactNode[] {
  const { name, kind, permission, isInherited } = holder;
  const isFixed = isInherited || onChange === undefined || permission === undefined;
  return [
    name,
    <Badge key="kind">{kind}</Badge>,
    <Badge key="from">{isInherited ? "account role" : place}</Badge>,
    isFixed ? (
      (choices.find(({ value }) => value === permission)?.label ?? "Nothing")
    ) : (
      <Select
        key="may"
        ariaLabel={`What ${name} may do`}
        choices={choices}
        value={permission}
        onChange={(next) => onChange(holder, next)}
      />
    ),
    ...(onChange === undefined
      ? []
      : [
          isInherited ? (
            ""
          ) : (
            <Button key="take" kind="quiet" onClick={() => onChange(holder, undefined)}>
              Take away
            </Button>
          ),
        ]),
  ];
}

const OFFERED = { params: { query: { pageSize: 200 } } } as const;

function Giving<Permission extends string>({
  choices,
  holders,
  onChange,
  onDone,
}: Props<Permission> & {
  onChange: NonNullable<Props<Permission>["onChange"]>;
  onDone: () => void;
}): ReactNode {
  const candidates = useCandidates<Permission>(holders);
  const [chosen, setChosen] = useState<string | undefined>();
  const [permission, setPermission] = useState(choices[0]?.value);
  const key = chosen ?? candidates[0]?.key;
  const candidate = candidates.find((one) => one.key === key);
  if (candidate === undefined || permission === undefined || key === undefined) {
    return <EmptyState title="Everybody has access already" />;
  }
  return (
    <FormLayout
      onSubmit={() => {
        onChange(candidate.holder, permission);
        onDone();
      }}
      buttons={
        <Button kind="primary" type="submit">
          Give access
        </Button>
      }
    >
      <SelectField
        label="Who"
        choices={candidates.map(({ key: value, holder }) => ({
          value,
          label: holder.name,
          hint: holder.kind,
        }))}
        value={key}
        onChange={setChosen}
      />
      <SelectField label="May" choices={choices} value={permission} onChange={setPermission} />
    </FormLayout>
  );
}

/** Everybody of the account who has nothing here yet. */
function useCandidates<Permission extends string>(
  holders: readonly Holder<Permission>[],
): { key: string; holder: Holder<Permission> }[] {
  const users = api.useQuery("get", "/cloud/users", OFFERED);
  const groups = api.useQuery("get", "/cloud/user-groups", OFFERED);
  const accounts = api.useQuery("get", "/cloud/service-accounts", OFFERED);
  const taken = new Set(holders.map(({ kind, id }) => `${kind}/${id}`));
  const none = { permission: undefined, isInherited: false };
  const all: Holder<Permission>[] = [
    ...(users.data?.users ?? []).map(({ id = "", spec, resourceVersion = "" }) => ({
      ...{ id, kind: "user" as const, name: spec?.email ?? id, resourceVersion, ...none },
    })),
    ...(groups.data?.groups ?? []).map(({ id = "", spec, resourceVersion = "" }) => ({
      ...{ id, kind: "group" as const, name: spec?.displayName ?? id, resourceVersion, ...none },
    })),
    ...(accounts.data?.serviceAccount ?? [])
      .filter(({ spec }) => spec?.access !== undefined)
      .map(({ id = "", spec, resourceVersion = "" }) => ({
        ...{ id, kind: "service account" as const, name: spec?.name ?? id, resourceVersion, ...none },
      })),
  ];
  return all
    .map((holder) => ({ key: `${holder.kind}/${holder.id}`, holder }))
    .filter(({ key }) => !taken.has(key));
}
