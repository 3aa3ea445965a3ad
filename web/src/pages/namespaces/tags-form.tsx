// The tags of a namespace: keys with values.
import { X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { IconButton } from "#components/icon-button";
import { SimpleTable } from "#components/simple-table";
import type { Namespace } from "./namespace-facts.ts";
import { useRefreshNamespace } from "./use-namespace.tsx";

export function TagsForm({ namespace }: { namespace: Namespace }): ReactNode {
  const [key, setKey] = useState("");
  const [value, setValue] = useState("");
  const refresh = useRefreshNamespace();
  const path = { namespace: namespace.namespace ?? "" };
  const update = api.useMutation("post", "/cloud/namespaces/{namespace}/update-tags", {
    onSuccess: () => {
      say("Tags changed");
      return refresh();
    },
  });
  const add = (): void =>
    update.mutate(
      { params: { path }, body: { tagsToUpsert: { [key.trim()]: value.trim() } } },
      {
        onSuccess: () => {
          setKey("");
          setValue("");
        },
      },
    );
  const tags = Object.entries(namespace.tags ?? {});
  return (
    <>
      {tags.length === 0 ? null : (
        <SimpleTable
          label="Tags"
          headers={["Key", "Value", ""]}
          rows={tags.map(([name, text]) => ({
            key: name,
            cells: [
              <code key="key">{name}</code>,
              text,
              <IconButton
                key="remove"
                label={`Remove tag ${name}`}
                icon={<X />}
                onClick={() => update.mutate({ params: { path }, body: { tagsToRemove: [name] } })}
              />,
            ],
          }))}
        />
      )}
      <FormLayout
        onSubmit={add}
        error={update.error as unknown}
        errorTitle="The tags were not changed"
        buttons={
          <Button type="submit" isBusy={update.isPending} disabled={key.trim() === ""}>
            Add tag
          </Button>
        }
      >
        <TextField label="Key" name="tagKey" value={key} onChange={setKey} isMono placeholder="team" />
        <TextField label="Value" name="tagValue" value={value} onChange={setValue} placeholder="checkout" />
      </FormLayout>
    </>
  );
}
