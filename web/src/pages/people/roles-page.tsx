// The account's custom roles: sets of actions beyond the built-in roles.
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { SimpleTable } from "#components/simple-table";
import { Section } from "#components/section";
import { EMPTY_ROLE } from "./role-draft.ts";
import { RoleForm } from "./role-form.tsx";

const SHOWN = 200;

export function RolesPage(): ReactNode {
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const { data, error } = api.useQuery("get", "/cloud/custom-roles", {
    params: { query: { pageSize: SHOWN } },
  });
  const roles = data?.customRoles ?? [];
  const button = may("cloud.customrole.create") ? (
    <Button kind="primary" icon={<Plus />} onClick={() => setMaking(true)}>
      Create custom role
    </Button>
  ) : null;
  return (
    <Section
      title="Custom roles"
      layout="stacked"
      text="Given beside the account role, to people, groups and service accounts."
      actions={roles.length === 0 ? null : button}
    >
      {error === null ? null : <ProblemNote title="The roles cannot be read" error={error} />}
      {roles.length === 0 ? (
        error === null ? (
          <EmptyState
            title="No custom role yet"
            text="For what lies between the built-in roles: somebody who may only fail over, or only read the audit log."
            action={button}
          />
        ) : null
      ) : (
        <SimpleTable
          label="Custom roles"
          headers={["Name", "Actions", "Description"]}
          rows={roles.map(({ id = "", spec }) => ({
            key: id,
            cells: [
              <Link key="name" to="/people/roles/$roleId" params={{ roleId: id }}>
                {spec?.name}
              </Link>,
              String(spec?.permissions?.reduce((sum, { actions = [] }) => sum + actions.length, 0) ?? 0),
              spec?.description,
            ],
          }))}
        />
      )}
      <CreateRole isOpen={isMaking} onClose={() => setMaking(false)} />
    </Section>
  );
}

function CreateRole({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const saved = useSaved("/cloud/custom-roles");
  const create = api.useMutation("post", "/cloud/custom-roles", {
    onSuccess: (answer) =>
      saved(
        "Custom role created",
        () => void navigate({ to: "/people/roles/$roleId", params: { roleId: answer.roleId ?? "" } }),
      )(answer),
  });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Create custom role" width="wide">
      <RoleForm
        start={EMPTY_ROLE}
        verb="Create custom role"
        isBusy={create.isPending}
        error={create.error as unknown}
        path="/cloud/custom-roles"
        onSave={(spec) => create.mutate({ body: { spec } })}
      />
    </Dialog>
  );
}
