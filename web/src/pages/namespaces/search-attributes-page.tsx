// The namespace's own search attributes: what workflows can be found by, and of which type.
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { EmptyState } from "#components/empty-state";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Section } from "#components/section";
import { SelectField } from "#components/select-field";
import { SimpleTable } from "#components/simple-table";
import { useChangeNamespace, useNamespace, useRefreshNamespace } from "./use-namespace.tsx";

type AttributeType = Schemas["temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType"];

const TYPES = [
  { value: "SEARCH_ATTRIBUTE_TYPE_KEYWORD", label: "Keyword", hint: "exact" },
  { value: "SEARCH_ATTRIBUTE_TYPE_KEYWORD_LIST", label: "Keyword list", hint: "any of" },
  { value: "SEARCH_ATTRIBUTE_TYPE_TEXT", label: "Text", hint: "by words" },
  { value: "SEARCH_ATTRIBUTE_TYPE_INT", label: "Int" },
  { value: "SEARCH_ATTRIBUTE_TYPE_DOUBLE", label: "Double" },
  { value: "SEARCH_ATTRIBUTE_TYPE_BOOL", label: "Bool" },
  { value: "SEARCH_ATTRIBUTE_TYPE_DATETIME", label: "Datetime" },
] as const;

export function SearchAttributesPage(): ReactNode {
  const { id, namespace } = useNamespace();
  const [removed, setRemoved] = useState<string | undefined>();
  const attributes = Object.entries(namespace?.spec?.searchAttributes ?? {});
  return (
    <>
      <Section
        title="Search attributes"
        text="Workflows are found by them, in lists and in queries."
        layout="stacked"
      >
        {attributes.length === 0 ? (
          <EmptyState
            title="None of its own yet"
            text="WorkflowId, WorkflowType, ExecutionStatus, StartTime and the others of the system are always there."
          />
        ) : (
          <SimpleTable
            label="Search attributes"
            headers={["Name", "Type", ""]}
            rows={attributes.map(([name, type]) => ({
              key: name,
              cells: [
                <code key="name">{name}</code>,
                labelOf(type),
                <Button key="remove" kind="quiet" onClick={() => setRemoved(name)}>
                  Delete
                </Button>,
              ],
            }))}
          />
        )}
      </Section>
      <Section title="Add one">
        <NewAttribute current={namespace?.spec?.searchAttributes ?? {}} />
      </Section>
      {removed === undefined ? null : (
        <Removal
          namespace={id}
          name={removed}
          version={namespace?.resourceVersion ?? ""}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </>
  );
}

function labelOf(type: AttributeType): string {
  return TYPES.find(({ value }) => value === type)?.label ?? type;
}

function NewAttribute({ current }: { current: Record<string, AttributeType> }): ReactNode {
  const [name, setName] = useState("");
  const [type, setType] = useState<(typeof TYPES)[number]["value"]>("SEARCH_ATTRIBUTE_TYPE_KEYWORD");
  const { change, isPending, error } = useChangeNamespace("Search attribute added");
  return (
    <FormLayout
      onSubmit={() => change({ searchAttributes: { ...current, [name.trim()]: type } }, () => setName(""))}
      error={error}
      errorTitle="The attribute was not added"
      buttons={
        <Button type="submit" icon={<Plus />} isBusy={isPending} disabled={name.trim() === ""}>
          Add search attribute
        </Button>
      }
    >
      <TextField
        label="Name"
        name="attributeName"
        value={name}
        onChange={setName}
        isMono
        placeholder="CustomerId"
      />
      <SelectField label="Type" choices={TYPES} value={type} onChange={setType} />
    </FormLayout>
  );
}

function Removal(props: {
  namespace: string;
  name: string;
  version: string;
  onClose: () => void;
}): ReactNode {
  const { namespace, name, version, onClose } = props;
  const refresh = useRefreshNamespace();
  const remove = api.useMutation("post", "/api/v1/namespaces/{namespace}/delete-custom-search-attribute", {
    onSuccess: async () => {
      say("Search attribute deleted");
      await refresh();
      onClose();
    },
  });
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Delete ${name}`}
      name={name}
      losses={["Its values in all workflows of this namespace", "Queries that name it are refused"]}
      verb="Delete search attribute"
      isBusy={remove.isPending}
      error={remove.error as unknown}
      onConfirm={() =>
        remove.mutate({
          params: { path: { namespace } },
          body: { customSearchAttributeName: name, resourceVersion: version },
        })
      }
    />
  );
}
