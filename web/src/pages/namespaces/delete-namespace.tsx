// Deletes a namespace, after its id was typed and what will be lost was read.
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Note } from "#components/note";
import type { Namespace } from "./namespace-facts.ts";
import { useRefreshNamespace } from "./use-namespace.tsx";

export function DeleteNamespace({ namespace }: { namespace: Namespace }): ReactNode {
  const id = namespace.namespace ?? "";
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const refresh = useRefreshNamespace();
  const remove = api.useMutation("delete", "/cloud/namespaces/{namespace}", {
    onSuccess: async () => {
      say(`${id} is being deleted`);
      await refresh();
      await navigate({ to: "/namespaces" });
    },
  });
  return (
    <div>
      <Button kind="danger" onClick={() => setOpen(true)}>
        Delete namespace
      </Button>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Delete ${id}`}
        name={id}
        losses={[
          "All workflows, running and closed, with their histories",
          "All schedules, task queues and search attributes",
          "Certificates issued for it and everybody's access to it",
        ]}
        remark={
          namespace.spec?.lifecycle?.enableDeleteProtection === true ? (
            <Note tone="warning">It is protected from deletion. Switch that off first.</Note>
          ) : undefined
        }
        verb="Delete namespace"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({
            params: { path: { namespace: id }, query: { resourceVersion: namespace.resourceVersion ?? "" } },
          })
        }
      />
    </div>
  );
}
