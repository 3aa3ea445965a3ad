// The API keys of one person or service account; for a service account, making one.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Button } from "#components/button";
import { ApiKeyTable } from "#components/api-key-table";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { KeyMaker } from "#components/key-maker";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";

const KEYS_SHOWN = 100;

interface Props {
  owner: { id: string; type: "OWNER_TYPE_USER" | "OWNER_TYPE_SERVICE_ACCOUNT" };
  /** The name that a new key is suggested; without it none can be made here. */
  suggestedName?: string;
}

export function OwnedKeys({ owner, suggestedName }: Props): ReactNode {
  const [isMaking, setMaking] = useState(false);
  const [token, setToken] = useState<string | undefined>();
  const { data, error } = api.useQuery("get", "/cloud/api-keys", {
    params: { query: { ownerId: owner.id, ownerType: owner.type, pageSize: KEYS_SHOWN } },
  });
  const keys = data?.apiKeys ?? [];
  const close = (): void => {
    setMaking(false);
    setToken(undefined);
  };
  return (
    <Section
      title="API keys"
      layout="stacked"
      text="A key may do what its owner may."
      actions={
        suggestedName === undefined ? null : <Button onClick={() => setMaking(true)}>Create API key</Button>
      }
    >
      {error === null ? null : <ProblemNote title="The keys cannot be read" error={error} />}
      {keys.length === 0 && error === null ? <EmptyState title="No key" /> : <ApiKeyTable keys={keys} />}
      {suggestedName === undefined ? null : (
        <Dialog isOpen={isMaking} onClose={close} title="Create API key" width="wide">
          <KeyMaker
            suggestedName={suggestedName}
            serviceAccountId={owner.id}
            token={token}
            onToken={setToken}
          />
        </Dialog>
      )}
    </Section>
  );
}
