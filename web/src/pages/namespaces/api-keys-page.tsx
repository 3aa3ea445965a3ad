// Whether the namespace takes API keys, and the keys of the person who is signed in, with what can be done to them.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { sessionQuery } from "#api/session";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SwitchField } from "#components/switch-field";
import { ApiKeyTable } from "#components/api-key-table";
import { KeyMaker } from "#components/key-maker";
import { useChangeNamespace, useNamespace } from "./use-namespace.tsx";
import { workerKeyName } from "./namespace-facts.ts";

const KEYS_SHOWN = 100;

export function NamespaceApiKeysPage(): ReactNode {
  const { id, namespace } = useNamespace();
  const { change, isPending, error } = useChangeNamespace("Sign-in by API key changed");
  if (namespace === undefined) return null;
  const isOn = namespace.spec?.apiKeyAuth?.enabled === true;
  return (
    <>
      <Section title="Sign-in by API key">
        <SwitchField
          label="Clients may sign in by API key"
          hint="A key opens what its owner may do here."
          isOn={isOn}
          isDisabled={isPending}
          onChange={(enabled) => change({ apiKeyAuth: { enabled } })}
        />
        {error == null ? null : <ProblemNote title="The namespace was not changed" error={error} />}
      </Section>
      <OwnKeys namespace={id} />
    </>
  );
}

function OwnKeys({ namespace }: { namespace: string }): ReactNode {
  const [isMaking, setMaking] = useState(false);
  const [token, setToken] = useState<string | undefined>();
  const { data: session } = useQuery(sessionQuery);
  const { data, error } = api.useQuery("get", "/cloud/api-keys", {
    params: { query: { ownerId: session?.userId ?? "", pageSize: KEYS_SHOWN } },
  });
  const keys = data?.apiKeys ?? [];
  const close = (): void => {
    setMaking(false);
    setToken(undefined);
  };
  return (
    <Section
      title="Your keys"
      layout="stacked"
      text="They open every namespace that you may use. Workers are better off with a service account's key."
      actions={
        <Button kind="primary" onClick={() => setMaking(true)}>
          Create API key
        </Button>
      }
    >
      {error === null ? null : <ProblemNote title="The keys cannot be read" error={error} />}
      {keys.length === 0 ? (
        <EmptyState
          title="You have no key yet"
          command="temporal cloud apikey create-for-me --name worker --duration 90d"
        />
      ) : (
        <ApiKeyTable keys={keys} />
      )}
      <Dialog isOpen={isMaking} onClose={close} title="Create API key" width="wide">
        <KeyMaker suggestedName={workerKeyName(namespace)} token={token} onToken={setToken} />
      </Dialog>
    </Section>
  );
}
