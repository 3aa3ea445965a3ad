// A project's name, description and protection.
import { useState, type ReactNode } from "react";
import type { Schemas } from "#api/client";
import { messageAbout } from "#api/problem";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { SwitchField } from "#components/switch-field";
import type { RestCall } from "#format/show-as";

type Spec = Schemas["temporal.api.cloud.project.v1.ProjectSpec"];

interface Props {
  spec: Spec | undefined;
  verb: string;
  isBusy: boolean;
  error: unknown;
  rest: (spec: Spec) => RestCall;
  onSave: (spec: Spec) => void;
}

export function ProjectForm({ spec, verb, isBusy, error, rest, onSave }: Props): ReactNode {
  const [form, setForm] = useState({
    displayName: spec?.displayName ?? "",
    description: spec?.description ?? "",
    isProtected: spec?.lifecycle?.enableDeleteProtection === true,
  });
  const next: Spec = {
    displayName: form.displayName.trim(),
    description: form.description.trim(),
    lifecycle: { enableDeleteProtection: form.isProtected },
  };
  const aboutName = messageAbout(error, "spec.display_name");
  return (
    <>
      <FormLayout
        onSubmit={() => onSave(next)}
        error={aboutName === undefined ? error : undefined}
        errorTitle="The project was not saved"
        buttons={
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {verb}
          </Button>
        }
      >
        <TextField
          label="Name"
          name="projectName"
          value={form.displayName}
          onChange={(displayName) => setForm({ ...form, displayName })}
          error={aboutName}
        />
        <TextField
          label="Description"
          value={form.description}
          onChange={(description) => setForm({ ...form, description })}
          isOptional
        />
        <SwitchField
          label="Protect from deletion"
          isOn={form.isProtected}
          onChange={(isProtected) => setForm({ ...form, isProtected })}
        />
      </FormLayout>
      <ShowAs rest={rest(next)} />
    </>
  );
}
