// API keys: one's own, and for administrators those of the whole account with the switches over all of them.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useMay } from "#api/own-access";
import { sessionQuery } from "#api/session";
import { useSaved } from "#app/use-saved";
import { ApiKeyTable } from "#components/api-key-table";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { KeyMaker } from "#components/key-maker";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SwitchField } from "#components/switch-field";
import { AccountKeys } from "./account-keys.tsx";

const KEYS_SHOWN = 100;

export function KeysPage(): ReactNode {
  const may = useMay();
  return (
    <>
      <OwnKeys />
      {may("cloud.user.update") ? (
        <>
          <AccountKeys />
          <Section
            title="All keys of the account"
            text="Sessions go on: who is signed in can turn it on again."
          >
            <KeyPolicy />
          </Section>
        </>
      ) : null}
    </>
  );
}

function OwnKeys(): ReactNode {
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
      text="A key may do what you may. At most 10 at a time, none longer than 2 years."
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
          command="temporal cloud apikey create-for-me --name laptop --duration 90d"
        />
      ) : (
        <ApiKeyTable keys={keys} />
      )}
      <Dialog isOpen={isMaking} onClose={close} title="Create API key" width="wide">
        <KeyMaker suggestedName="laptop" token={token} onToken={setToken} />
      </Dialog>
    </Section>
  );
}

function KeyPolicy(): ReactNode {
  const { data } = api.useQuery("get", "/api/v1/api-key-policy");
  const saved = useSaved("/api/v1/api-key-policy");
  const update = api.useMutation("post", "/api/v1/api-key-policy", { onSuccess: saved("Changed") });
  const { spec, resourceVersion = "" } = data?.policy ?? {};
  const change = (part: { creationDisabled?: boolean; useDisabled?: boolean }): void =>
    update.mutate({ body: { spec: { ...spec, ...part }, resourceVersion } });
  return (
    <>
      {update.error === null ? null : <ProblemNote title="It was not changed" error={update.error} />}
      <SwitchField
        label="New keys can be made"
        isOn={spec?.creationDisabled !== true}
        isDisabled={update.isPending}
        onChange={(isOn) => change({ creationDisabled: !isOn })}
      />
      <SwitchField
        label="Keys work"
        hint="Off: every key of the account is refused within ten seconds, workers' too."
        isOn={spec?.useDisabled !== true}
        isDisabled={update.isPending}
        onChange={(isOn) => change({ useDisabled: !isOn })}
      />
    </>
  );
}
