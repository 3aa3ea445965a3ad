// One custom role: what it gives, and its end.
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { ConfirmByName } from "#components/confirm-by-name";
import { Note } from "#components/note";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { isSimple, roleDraftOf } from "./role-draft.ts";
import { RoleForm } from "./role-form.tsx";

type CustomRole = Schemas["temporal.api.cloud.identity.v1.CustomRole"];

export function RolePage(): ReactNode {
  const { roleId = "" } = useParams({ strict: false });
  const may = useMay();
  const { data, error, refetch } = api.useQuery("get", "/cloud/custom-roles/{role_id}", {
    params: { path: { role_id: roleId } },
  });
  const role = data?.customRole;
  const canChange = may("cloud.customrole.update") && isSimple(role?.spec);
  return (
    <Page title={role?.spec?.name ?? "Custom role"}>
      {error === null ? null : (
        <ProblemNote title="The role cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {role === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <Section title="Role" text="Whoever has it may do this at the next call after it changed.">
            {canChange ? <RoleChange key={role.resourceVersion} role={role} /> : <RoleText role={role} />}
          </Section>
          {may("cloud.customrole.delete") ? <RoleDeletion role={role} /> : null}
        </>
      )}
    </Page>
  );
}

function RoleText({ role }: { role: CustomRole }): ReactNode {
  return (
    <>
      {isSimple(role.spec) ? null : (
        <Note>It has several permissions on one kind of resource: change it by the API.</Note>
      )}
      <CodeBlock title={role.id} text={JSON.stringify(role.spec, null, 2)} />
    </>
  );
}

function RoleChange({ role }: { role: CustomRole }): ReactNode {
  const { id = "", resourceVersion = "", spec } = role;
  const saved = useSaved("/cloud/custom-roles", "/api/v1/access-explanation");
  const update = api.useMutation("post", "/cloud/custom-roles/{role_id}", {
    onSuccess: saved("Custom role changed"),
  });
  return (
    <RoleForm
      start={roleDraftOf(spec)}
      verb="Save role"
      isBusy={update.isPending}
      error={update.error as unknown}
      path={`/cloud/custom-roles/${id}`}
      resourceVersion={resourceVersion}
      onSave={(next) =>
        update.mutate({ params: { path: { role_id: id } }, body: { spec: next, resourceVersion } })
      }
    />
  );
}

function RoleDeletion({ role }: { role: CustomRole }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const saved = useSaved("/cloud/custom-roles");
  const remove = api.useMutation("delete", "/cloud/custom-roles/{role_id}", {
    onSuccess: saved("Custom role deleted", () => void navigate({ to: "/people/roles" })),
  });
  const name = role.spec?.name ?? "";
  return (
    <Section title="Deletion">
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete custom role
        </Button>
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Delete ${name}`}
        name={name}
        losses={["What it gives to everybody who has it, at once"]}
        verb="Delete custom role"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({
            params: {
              path: { role_id: role.id ?? "" },
              query: { resourceVersion: role.resourceVersion ?? "" },
            },
          })
        }
      />
    </Section>
  );
}
