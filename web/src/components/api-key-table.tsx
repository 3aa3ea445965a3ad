// API keys with when they end; each can be disabled, enabled again, rotated, and deleted by its name.
import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { ApiKey } from "#api/api-keys";
import { api } from "#api/client";
import { say } from "#app/toasts";
import { ConfirmByName } from "./confirm-by-name.tsx";
import { IconButton } from "./icon-button.tsx";
import { KeyRotation } from "./key-rotation.tsx";
import { Menu } from "./menu.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { SimpleTable } from "./simple-table.tsx";
import { StatusMark } from "./status-mark.tsx";
import { Timestamp } from "./timestamp.tsx";

export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }): ReactNode {
  const [deleted, setDeleted] = useState<ApiKey | undefined>();
  const [rotated, setRotated] = useState<ApiKey | undefined>();
  const refresh = useRefreshKeys();
  const update = api.useMutation("post", "/cloud/api-keys/{key_id}", { onSuccess: refresh });
  const disable = ({ id = "", spec, resourceVersion = "" }: ApiKey, disabled: boolean): void =>
    update.mutate(
      { params: { path: { key_id: id } }, body: { spec: { ...spec, disabled }, resourceVersion } },
      { onSuccess: () => say(disabled ? "Key disabled" : "Key enabled") },
    );
  return (
    <>
      {update.error === null ? null : <ProblemNote title="The key was not changed" error={update.error} />}
      <SimpleTable
        label="API keys"
        headers={["Name", "State", "Ends", "Created", "Id", ""]}
        rows={keys.map((key) => ({
          key: key.id ?? "",
          cells: [
            key.spec?.displayName,
            <KeyState key="state" apiKey={key} />,
            <Timestamp key="ends" at={key.spec?.expiryTime} />,
            <Timestamp key="created" at={key.createdTime} />,
            <code key="id">{key.id}</code>,
            <Menu
              key="actions"
              align="end"
              trigger={
                <IconButton label={`Actions of ${key.spec?.displayName ?? "the key"}`} icon={<Ellipsis />} />
              }
              groups={[
                {
                  items: [
                    key.spec?.disabled === true
                      ? { label: "Enable", onSelect: () => disable(key, false) }
                      : { label: "Disable", onSelect: () => disable(key, true) },
                    { label: "Rotate", onSelect: () => setRotated(key) },
                    { label: "Delete", isDanger: true, onSelect: () => setDeleted(key) },
                  ],
                },
              ]}
            />,
          ],
        }))}
      />
      {rotated === undefined ? null : (
        <KeyRotation apiKey={rotated} onDone={refresh} onClose={() => setRotated(undefined)} />
      )}
      {deleted === undefined ? null : <Deletion apiKey={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  );
}

function KeyState({ apiKey }: { apiKey: ApiKey }): ReactNode {
  if (apiKey.state === "RESOURCE_STATE_EXPIRED") return <StatusMark status="timed-out" word="Expired" />;
  if (apiKey.spec?.disabled === true) return <StatusMark status="canceled" word="Disabled" />;
  return <StatusMark status="completed" word="Active" />;
}

function useRefreshKeys(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ["get", "/cloud/api-keys"] });
}

function Deletion({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }): ReactNode {
  const refresh = useRefreshKeys();
  const name = apiKey.spec?.displayName ?? "";
  const remove = api.useMutation("delete", "/cloud/api-keys/{key_id}", {
    onSuccess: async () => {
      say("Key deleted");
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
      losses={["Every client that uses this key is refused within ten seconds", "The key cannot be had back"]}
      verb="Delete key"
      isBusy={remove.isPending}
      error={remove.error as unknown}
      onConfirm={() =>
        remove.mutate({
          params: {
            path: { key_id: apiKey.id ?? "" },
            query: { resourceVersion: apiKey.resourceVersion ?? "" },
          },
        })
      }
    />
  );
}
