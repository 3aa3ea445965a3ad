// Filters by name: a few that everybody needs, and those that the person saved.
import { Bookmark, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Menu } from "#components/menu";
import { forgetView, keepView, NAME_LENGTH_MAX, useWorkflowViews } from "#preferences/workflow-views";

const GIVEN = [
  { name: "All workflows", query: "" },
  { name: "Running", query: 'ExecutionStatus = "Running"' },
  { name: "Failed or timed out", query: 'ExecutionStatus IN ("Failed", "TimedOut")' },
  { name: "Without a parent", query: "ParentWorkflowId IS NULL" },
];

interface Props {
  query: string;
  onChoose: (query: string) => void;
}

export function SavedViews({ query, onChoose }: Props): ReactNode {
  const own = useWorkflowViews();
  const [isNaming, setNaming] = useState(false);
  const current = [...own, ...GIVEN].find((view) => view.query === query);
  const item = (view: { name: string; query: string }) => ({
    label: view.name,
    isChecked: view.query === query,
    onSelect: () => onChoose(view.query),
  });
  return (
    <>
      <Menu
        trigger={<Button icon={<Bookmark />}>{current?.name ?? "Views"}</Button>}
        groups={[
          { items: GIVEN.map(item) },
          ...(own.length === 0 ? [] : [{ title: "Yours, in this browser", items: own.map(item) }]),
          {
            items: [
              {
                label: "Save this filter…",
                icon: <Bookmark />,
                isDisabled: query === "",
                onSelect: () => setNaming(true),
              },
              ...own
                .filter((view) => view.query === query)
                .map(({ name }) => ({
                  label: `Delete “${name}”`,
                  icon: <Trash2 />,
                  onSelect: () => forgetView(name),
                })),
            ],
          },
        ]}
      />
      <Dialog isOpen={isNaming} onClose={() => setNaming(false)} title="Save this filter">
        <NameForm query={query} onDone={() => setNaming(false)} />
      </Dialog>
    </>
  );
}

function NameForm({ query, onDone }: { query: string; onDone: () => void }): ReactNode {
  const [name, setName] = useState("");
  const save = (): void => {
    keepView({ name: name.trim(), query });
    onDone();
  };
  return (
    <FormLayout
      onSubmit={() => (name.trim() === "" ? undefined : save())}
      buttons={
        <Button kind="primary" type="submit" disabled={name.trim() === ""}>
          Save filter
        </Button>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={NAME_LENGTH_MAX}
        hint="Kept in this browser. To share it, share the address of the page."
        autoFocus
      />
      <code>{query}</code>
    </FormLayout>
  );
}
