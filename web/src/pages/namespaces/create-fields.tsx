// The fields of a new namespace.
import type { ReactNode } from "react";
import type { Schemas } from "#api/client";
import { messageAbout } from "#api/problem";
import { ChoiceCards } from "#components/choice-cards";
import { TextField } from "#components/field";
import type { NamespaceForm } from "./namespace-form.ts";

const AUTH_CHOICES = [
  { value: "apiKey", title: "API key", text: "Simplest: one secret that you can rotate and expire." },
  { value: "mtls", title: "Certificates", text: "mTLS with an authority of ours or your own." },
] as const;

interface Props {
  form: NamespaceForm;
  regions: readonly Schemas["temporal.api.cloud.region.v1.Region"][];
  error: unknown;
  onChange: (form: NamespaceForm) => void;
}

export function CreateFields({ form, regions, error, onChange }: Props): ReactNode {
  const change = (part: Partial<NamespaceForm>): void => onChange({ ...form, ...part });
  return (
    <>
      <TextField
        label="Name"
        hint="2 to 39 lower-case letters, digits and hyphens. The account's id is added to it."
        value={form.name}
        onChange={(name) => change({ name })}
        error={messageAbout(error, "spec.name")}
        name="name"
        isMono
        autoFocus
        placeholder="orders"
      />
      <ChoiceCards
        label="Region"
        value={form.region}
        onChange={(region) => change({ region })}
        choices={regions.map(({ id = "", location }) => ({
          value: id,
          title: location ?? id,
          text: <code>{id}</code>,
        }))}
      />
      <ChoiceCards
        label="Clients sign in by"
        value={form.auth}
        onChange={(auth) => change({ auth })}
        choices={AUTH_CHOICES}
      />
      <TextField
        label="Retention"
        hint="How long closed workflows stay readable: 1 to 90 days."
        value={form.retentionDays}
        onChange={(retentionDays) => change({ retentionDays })}
        error={messageAbout(error, "spec.retention_days")}
        name="retentionDays"
        inputMode="numeric"
        suffix="days"
      />
    </>
  );
}
