// Which directory a gate asks, how it finds people and groups there, and who comes through.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { SwitchField } from "#components/switch-field";
import { TextAreaField } from "#components/text-area-field";

const TEXTS = [
  { name: "url", label: "Address", placeholder: "ldaps://ldap.example.com" },
  { name: "bindDn", label: "Bind DN", placeholder: "cn=cellplane,dc=example,dc=com" },
  { name: "userBaseDn", label: "People are under", placeholder: "ou=people,dc=example,dc=com" },
  { name: "userFilter", label: "Filter for one person", placeholder: "(mail={email})" },
  { name: "groupBaseDn", label: "Groups are under", placeholder: "ou=groups,dc=example,dc=com" },
] as const;

function formOf({ spec = {} }: Schemas["cellplane.cloud.v1.ProvisioningGate"]) {
  return {
    url: spec.url ?? "",
    bindDn: spec.bindDn ?? "",
    userBaseDn: spec.userBaseDn ?? "",
    userFilter: spec.userFilter ?? "(mail={email})",
    groupBaseDn: spec.groupBaseDn ?? "",
    caPem: spec.caPem ?? "",
    groupDns: (spec.groupDns ?? []).join("\n"),
    startTls: spec.startTls === true,
    nested: spec.nested === true,
    exemptsServiceAccounts: spec.exemptsServiceAccounts === true,
  };
}

const SWITCHES = [
  { name: "startTls", label: "StartTLS", hint: "For ldap:// addresses." },
  { name: "nested", label: "Groups within groups count", hint: "10 deep." },
  {
    name: "exemptsServiceAccounts",
    label: "Service accounts come through",
    hint: "They are in no directory: Terraform needs this.",
  },
] as const;

export function GateForm({
  gate = {},
}: {
  gate: Schemas["cellplane.cloud.v1.ProvisioningGate"] | undefined;
}): ReactNode {
  const [form, setForm] = useState(() => formOf(gate));
  const saved = useSaved("/api/v1/provisioning-gate");
  const set = api.useMutation("post", "/api/v1/provisioning-gate", { onSuccess: saved("Gate saved") });
  const body = {
    // One group on each line: a distinguished name has commas in it.
    spec: {
      ...form,
      groupDns: form.groupDns.split("\n").flatMap((dn) => (dn.trim() === "" ? [] : [dn.trim()])),
    },
    resourceVersion: gate.resourceVersion ?? "",
  };
  const error = set.error as unknown;
  const told = TEXTS.some(({ name }) => messageAbout(error, `spec.${name}`) !== undefined);
  return (
    <>
      <FormLayout
        onSubmit={() => set.mutate({ body })}
        error={told ? undefined : error}
        errorTitle="The gate was not saved"
        buttons={
          <Button kind="primary" type="submit" isBusy={set.isPending}>
            Save gate
          </Button>
        }
      >
        {TEXTS.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            value={form[name]}
            onChange={(value) => setForm({ ...form, [name]: value })}
            error={messageAbout(error, `spec.${name}`)}
            isMono
          />
        ))}
        <Choices form={form} onChange={setForm} />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: "/api/v1/provisioning-gate", body }} />
    </>
  );
}

type Form = ReturnType<typeof formOf>;

function Choices({ form, onChange }: { form: Form; onChange: (form: Form) => void }): ReactNode {
  return (
    <>
      <TextAreaField
        label="Groups that come through"
        hint="One distinguished name on each line."
        value={form.groupDns}
        onChange={(groupDns) => onChange({ ...form, groupDns })}
        rows={3}
        isMono
      />
      <TextAreaField
        label="Authorities of its certificate"
        hint="PEM. Without them, those that the system knows."
        value={form.caPem}
        onChange={(caPem) => onChange({ ...form, caPem })}
        rows={3}
        isMono
        isOptional
      />
      {SWITCHES.map(({ name, label, hint }) => (
        <SwitchField
          key={name}
          label={label}
          hint={hint}
          isOn={form[name]}
          onChange={(isOn) => onChange({ ...form, [name]: isOn })}
        />
      ))}
    </>
  );
}
