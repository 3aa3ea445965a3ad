// The account's OpenID Connect provider: where it is, whose addresses come in, and what becomes of them.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { isAboutField, messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ChecksField } from "#components/checks-field";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { ShowAs } from "#components/show-as";
import { SwitchField } from "#components/switch-field";
import { wordsOf } from "./words.ts";

type Provider = Schemas["cellplane.cloud.v1.IdentityProvider"];

const DEFAULT_ROLES = [
  { value: "none", label: "None" },
  { value: "metrics_read", label: "Metrics" },
  { value: "read", label: "Read" },
  { value: "developer", label: "Developer" },
] as const;

function formOf({ spec = {} }: Provider) {
  return {
    issuer: spec.issuer ?? "",
    clientId: spec.clientId ?? "",
    emailDomains: (spec.emailDomains ?? []).join(", "),
    emailClaim: spec.emailClaim ?? "",
    groupsClaim: spec.groupsClaim ?? "",
    allowedGroups: (spec.allowedGroups ?? []).join(", "),
    assumeEmailVerified: spec.assumeEmailVerified === true,
    provisionsUsers: spec.provisionsUsers === true,
    ssoRequired: spec.ssoRequired === true,
    defaultRole: spec.defaultRole ?? "none",
    breakGlassUserIds: spec.breakGlassUserIds ?? [],
  };
}
type Form = ReturnType<typeof formOf>;
type TextName = "issuer" | "clientId" | "emailDomains" | "emailClaim" | "groupsClaim" | "allowedGroups";

const TEXTS: readonly {
  name: TextName;
  label: string;
  placeholder: string;
  hint?: string;
  isOptional?: boolean;
}[] = [
  { name: "issuer", label: "Issuer", placeholder: "https://login.example.com" },
  { name: "clientId", label: "Client id", placeholder: "cellplane" },
  {
    name: "emailDomains",
    label: "Domains of addresses",
    placeholder: "example.com",
    hint: "With commas between.",
  },
  { name: "emailClaim", label: "Claim with the address", placeholder: "email", isOptional: true },
  { name: "groupsClaim", label: "Claim with groups", placeholder: "groups", isOptional: true },
  { name: "allowedGroups", label: "Only these groups come in", placeholder: "engineering", isOptional: true },
];

export function ProviderForm({ provider = {} }: { provider: Provider | undefined }): ReactNode {
  const [form, setForm] = useState(() => formOf(provider));
  const saved = useSaved("/api/v1/identity-provider");
  const set = api.useMutation("post", "/api/v1/identity-provider", { onSuccess: saved("Provider saved") });
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const body = {
    spec: { ...form, emailDomains: wordsOf(form.emailDomains), allowedGroups: wordsOf(form.allowedGroups) },
    resourceVersion: provider.resourceVersion ?? "",
  };
  const error = set.error as unknown;
  const told = TEXTS.some(({ name }) => messageAbout(error, `spec.${name}`) !== undefined);
  return (
    <>
      <FormLayout
        onSubmit={() => set.mutate({ body })}
        error={told ? undefined : error}
        errorTitle={isAboutField(error) ? "The provider cannot be like this" : "The provider was not saved"}
        buttons={
          <Button kind="primary" type="submit" isBusy={set.isPending}>
            Save provider
          </Button>
        }
      >
        {TEXTS.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            name={name}
            value={form[name]}
            onChange={(value) => change({ [name]: value })}
            error={messageAbout(error, `spec.${name}`)}
            isMono
          />
        ))}
        <Choices form={form} onChange={change} />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: "/api/v1/identity-provider", body }} />
    </>
  );
}

function Choices({ form, onChange }: { form: Form; onChange: (part: Partial<Form>) => void }): ReactNode {
  const users = api.useQuery("get", "/cloud/users", { params: { query: { pageSize: 200 } } });
  const owners = (users.data?.users ?? []).filter(
    ({ spec }) => spec?.access?.accountAccess?.role === "ROLE_OWNER",
  );
  return (
    <>
      <SwitchField
        label="Trust addresses that it does not call verified"
        hint="For Entra ID, which says nothing about it."
        isOn={form.assumeEmailVerified}
        onChange={(assumeEmailVerified) => onChange({ assumeEmailVerified })}
      />
      <SwitchField
        label="Whoever comes in becomes a user"
        isOn={form.provisionsUsers}
        onChange={(provisionsUsers) => onChange({ provisionsUsers })}
      />
      {form.provisionsUsers ? (
        <SelectField
          label="Role of such users"
          choices={DEFAULT_ROLES}
          value={form.defaultRole}
          onChange={(defaultRole) => onChange({ defaultRole })}
        />
      ) : null}
      <SwitchField
        label="No passwords"
        hint="Everybody comes in by the provider, but for the owners below."
        isOn={form.ssoRequired}
        onChange={(ssoRequired) => onChange({ ssoRequired })}
      />
      {form.ssoRequired ? (
        <ChecksField
          label="Owners who keep a password, for when the provider is away"
          choices={owners.map(({ id = "", spec }) => ({ value: id, label: spec?.email ?? id }))}
          values={form.breakGlassUserIds}
          onChange={(breakGlassUserIds) => onChange({ breakGlassUserIds })}
        />
      ) : null}
    </>
  );
}
