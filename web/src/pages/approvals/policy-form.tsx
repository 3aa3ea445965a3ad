// A consensus policy: what it covers, which operations it guards, who and how many must agree.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ChecksField } from "#components/checks-field";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { ShowAs } from "#components/show-as";
import { SwitchField } from "#components/switch-field";

type Policy = Schemas["cellplane.cloud.v1.ConsensusPolicy"];

const OPERATIONS = [
  { value: "delete_namespace", label: "Delete a namespace" },
  { value: "failover", label: "Fail over, add or remove regions" },
  { value: "access", label: "Change who may do what" },
  { value: "terminate", label: "Terminate workflows" },
  { value: "reset", label: "Reset workflows" },
  { value: "delete_workflow", label: "Delete workflows" },
  { value: "batch", label: "Batch operations" },
] as const;
const NUMBERS = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));

function formOf({ spec = {} }: Policy) {
  return {
    displayName: spec.displayName ?? "",
    wholeAccount: spec.wholeAccount ?? true,
    namespaces: [...(spec.namespaces ?? [])],
    operations: [...(spec.operations ?? ["delete_namespace"])],
    approvals: String(spec.approvals ?? 1),
    breakGlass: spec.breakGlass === true,
    directoryExempt: spec.directoryExempt === true,
  };
}
type Form = ReturnType<typeof formOf>;

/** What the form does not show stays as it is. */
function specOf({ spec }: Policy, form: Form) {
  return {
    ...spec,
    ...form,
    displayName: form.displayName.trim(),
    namespaces: form.wholeAccount ? [] : form.namespaces,
    approvals: Number(form.approvals),
  };
}

export function PolicyForm({ policy, onDone }: { policy: Policy; onDone: () => void }): ReactNode {
  const [form, setForm] = useState(() => formOf(policy));
  const { policyId, resourceVersion = "" } = policy;
  const saved = useSaved("/api/v1/consensus-policies", "/api/v1/approval-requests");
  const create = api.useMutation("post", "/api/v1/consensus-policies", {
    onSuccess: saved("Policy created", onDone),
  });
  const update = api.useMutation("post", "/api/v1/consensus-policies/{policy_id}", {
    onSuccess: saved("Policy changed", onDone),
  });
  const spec = specOf(policy, form);
  const error = (create.error ?? update.error) as unknown;
  const aboutName = messageAbout(error, "spec.display_name");
  const save = (): void =>
    policyId === undefined
      ? create.mutate({ body: { spec } })
      : update.mutate({ params: { path: { policy_id: policyId } }, body: { spec, resourceVersion } });
  return (
    <>
      <FormLayout
        onSubmit={save}
        error={aboutName === undefined ? error : undefined}
        errorTitle="The policy was not saved"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending || update.isPending}>
            {policyId === undefined ? "Create policy" : "Save policy"}
          </Button>
        }
      >
        <TextField
          label="Name"
          name="policyName"
          value={form.displayName}
          onChange={(displayName) => setForm({ ...form, displayName })}
          error={aboutName}
          autoFocus
        />
        <Coverage form={form} onChange={setForm} />
        <ChecksField
          label="Guards"
          choices={OPERATIONS}
          values={form.operations}
          onChange={(operations) => setForm({ ...form, operations })}
        />
        <Agreement form={form} onChange={setForm} />
      </FormLayout>
      <ShowAs
        rest={{
          method: "POST",
          path: `/api/v1/consensus-policies${policyId === undefined ? "" : `/${policyId}`}`,
          body: policyId === undefined ? { spec } : { spec, resourceVersion },
        }}
      />
    </>
  );
}

interface PartProps {
  form: Form;
  onChange: (form: Form) => void;
}

function Coverage({ form, onChange }: PartProps): ReactNode {
  const { data } = api.useQuery("get", "/cloud/namespaces", { params: { query: { pageSize: 200 } } });
  return (
    <>
      <SwitchField
        label="Covers the whole account"
        isOn={form.wholeAccount}
        onChange={(wholeAccount) => onChange({ ...form, wholeAccount })}
      />
      {form.wholeAccount ? null : (
        <ChecksField
          label="Namespaces"
          choices={(data?.namespaces ?? []).map(({ namespace = "" }) => ({
            value: namespace,
            label: namespace,
          }))}
          values={form.namespaces}
          onChange={(namespaces) => onChange({ ...form, namespaces })}
        />
      )}
    </>
  );
}

function Agreement({ form, onChange }: PartProps): ReactNode {
  return (
    <>
      <SelectField
        label="Others who must agree"
        hint="Owners and admins, never who asked."
        choices={NUMBERS}
        value={form.approvals}
        onChange={(approvals) => onChange({ ...form, approvals })}
      />
      <SwitchField
        label="An owner may approve alone in an emergency"
        hint="With a reason; all administrators are told."
        isOn={form.breakGlass}
        onChange={(breakGlass) => onChange({ ...form, breakGlass })}
      />
      <SwitchField
        label="Let the identity provider decide who is in which group"
        isOn={form.directoryExempt}
        onChange={(directoryExempt) => onChange({ ...form, directoryExempt })}
      />
    </>
  );
}
