// Makes a service account: bound to the account with a role, or to one namespace with a permission.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ChoiceCards } from "#components/choice-cards";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { ShowAs } from "#components/show-as";
import { NAMESPACE_PERMISSIONS, type NamespacePermission } from "#format/roles";
import { terraformOf } from "#format/show-as";
import { accessOf, NO_ACCESS, terraformAccess, type AccessDraft } from "./access-draft.ts";
import { AccessFields } from "./access-fields.tsx";

const OFFERED = { params: { query: { pageSize: 200 } } } as const;
const BINDINGS = [
  { value: "account", title: "The account", text: "With a role and as many namespaces as you give." },
  { value: "namespace", title: "One namespace", text: "It goes with the namespace, and sees nothing else." },
] as const;

interface Form {
  name: string;
  description: string;
  binding: "account" | "namespace";
  access: AccessDraft;
  namespace: string;
  permission: NamespacePermission;
}

const START: Form = {
  name: "",
  description: "",
  binding: "account",
  access: { ...NO_ACCESS, role: "ROLE_READ" },
  namespace: "",
  permission: "PERMISSION_WRITE",
};

export function CreateServiceAccount(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title="Create service account" width="wide">
      <ServiceAccountForm onDone={props.onClose} />
    </Dialog>
  );
}

function specOf(form: Form) {
  const named = { name: form.name.trim(), description: form.description.trim() };
  return form.binding === "account"
    ? { ...named, access: accessOf(form.access) }
    : {
        ...named,
        namespaceScopedAccess: { namespace: form.namespace, access: { permission: form.permission } },
      };
}

function ServiceAccountForm({ onDone }: { onDone: () => void }): ReactNode {
  const [form, setForm] = useState(START);
  const saved = useSaved("/cloud/service-accounts");
  const create = api.useMutation("post", "/cloud/service-accounts", {
    onSuccess: saved("Service account created", onDone),
  });
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const error = create.error as unknown;
  const body = { spec: specOf(form) };
  const aboutName = messageAbout(error, "spec.name");
  return (
    <>
      <FormLayout
        onSubmit={() => create.mutate({ body })}
        error={aboutName === undefined ? error : undefined}
        errorTitle="The service account was not created"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending}>
            Create service account
          </Button>
        }
      >
        <TextField
          label="Name"
          name="serviceAccountName"
          value={form.name}
          onChange={(name) => change({ name })}
          error={aboutName}
          placeholder="orders-worker"
          isMono
          autoFocus
        />
        <TextField
          label="Description"
          value={form.description}
          onChange={(description) => change({ description })}
          isOptional
        />
        <ChoiceCards
          label="Bound to"
          value={form.binding}
          onChange={(binding) => change({ binding })}
          choices={BINDINGS}
        />
        {form.binding === "account" ? (
          <AccessFields draft={form.access} onChange={(access) => change({ access })} />
        ) : (
          <OneNamespace form={form} onChange={change} />
        )}
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: "/cloud/service-accounts", body }}
        terraform={terraformOf("temporalcloud_service_account", form.name, {
          name: form.name.trim(),
          ...(form.binding === "account" ? terraformAccess(form.access) : namespaceTerraform(form)),
        })}
      />
    </>
  );
}

function namespaceTerraform({ namespace, permission }: Form) {
  return {
    namespace_scoped_access: {
      namespace_id: namespace,
      permission: permission.slice("PERMISSION_".length).toLowerCase(),
    },
  };
}

function OneNamespace({
  form,
  onChange,
}: {
  form: Form;
  onChange: (part: Partial<Form>) => void;
}): ReactNode {
  const { data } = api.useQuery("get", "/cloud/namespaces", OFFERED);
  return (
    <>
      <SelectField
        label="Namespace"
        choices={(data?.namespaces ?? []).map(({ namespace = "" }) => ({
          value: namespace,
          label: namespace,
        }))}
        value={form.namespace}
        onChange={(namespace) => onChange({ namespace })}
      />
      <SelectField
        label="May"
        choices={NAMESPACE_PERMISSIONS}
        value={form.permission}
        onChange={(permission) => onChange({ permission })}
      />
    </>
  );
}
