// The consensus policies: what they guard, and how many others must agree.
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { PolicyForm } from "./policy-form.tsx";

type Policy = Schemas["cellplane.cloud.v1.ConsensusPolicy"];

const SHOWN = 100;

export function ConsensusPoliciesPage(): ReactNode {
  const may = useMay();
  const { data, error } = api.useQuery("get", "/api/v1/consensus-policies", {
    params: { query: { pageSize: SHOWN } },
  });
  const [edited, setEdited] = useState<Policy | undefined>();
  const [deleted, setDeleted] = useState<Policy | undefined>();
  const policies = data?.policies ?? [];
  const canChange = may("cloud.consensuspolicy.update");
  const button = may("cloud.consensuspolicy.create") ? (
    <Button kind="primary" icon={<Plus />} onClick={() => setEdited({})}>
      Create policy
    </Button>
  ) : null;
  return (
    <Section
      title="Policies"
      layout="stacked"
      text="No one person deletes production: what a policy guards waits until others agree."
      actions={policies.length === 0 ? null : button}
    >
      {error === null ? null : <ProblemNote title="The policies cannot be read" error={error} />}
      {policies.length === 0 ? (
        error === null ? (
          <EmptyState title="Nothing needs approval yet" action={button} />
        ) : null
      ) : (
        <PolicyTable policies={policies} canChange={canChange} onEdit={setEdited} onDelete={setDeleted} />
      )}
      <Dialog
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={edited?.policyId === undefined ? "Create policy" : "Edit policy"}
        width="wide"
      >
        <PolicyForm policy={edited ?? {}} onDone={() => setEdited(undefined)} />
      </Dialog>
      {deleted === undefined ? null : (
        <PolicyDeletion policy={deleted} onClose={() => setDeleted(undefined)} />
      )}
    </Section>
  );
}

function PolicyTable(props: {
  policies: readonly Policy[];
  canChange: boolean;
  onEdit: (policy: Policy) => void;
  onDelete: (policy: Policy) => void;
}): ReactNode {
  const { policies, canChange, onEdit, onDelete } = props;
  return (
    <SimpleTable
      label="Policies"
      headers={["Name", "Covers", "Guards", "Others who must agree", ...(canChange ? ["", ""] : [])]}
      rows={policies.map((policy) => ({
        key: policy.policyId ?? "",
        cells: [
          policy.spec?.displayName,
          coverOf(policy),
          (policy.spec?.operations ?? []).map((operation) => <Badge key={operation}>{operation}</Badge>),
          String(policy.spec?.approvals ?? ""),
          ...(canChange
            ? [
                <Button key="edit" kind="quiet" onClick={() => onEdit(policy)}>
                  Edit
                </Button>,
                <Button key="delete" kind="quiet" onClick={() => onDelete(policy)}>
                  Delete
                </Button>,
              ]
            : []),
        ],
      }))}
    />
  );
}

function coverOf({ spec }: Policy): string {
  if (spec?.wholeAccount === true) return "the whole account";
  const tags = Object.entries((spec?.tags ?? {}) as Record<string, string>);
  return [...(spec?.namespaces ?? []), ...tags.map(([key, value]) => `${key}=${value}`)].join(", ");
}

function PolicyDeletion({ policy, onClose }: { policy: Policy; onClose: () => void }): ReactNode {
  const saved = useSaved("/api/v1/consensus-policies", "/api/v1/approval-requests");
  const remove = api.useMutation("delete", "/api/v1/consensus-policies/{policy_id}", {
    onSuccess: saved("Deletion asked for", onClose),
  });
  const name = policy.spec?.displayName ?? "";
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Delete ${name}`}
      name={name}
      losses={["What it guards is done at once again"]}
      verb="Delete policy"
      remark={<p>The deletion itself waits for approval under the policy.</p>}
      isBusy={remove.isPending}
      error={remove.error as unknown}
      onConfirm={() =>
        remove.mutate({
          params: {
            path: { policy_id: policy.policyId ?? "" },
            query: { resourceVersion: policy.resourceVersion ?? "" },
          },
        })
      }
    />
  );
}
