// Makes an API key for the person who is signed in, and shows it once.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { apiKeyRequest } from "#api/api-keys";
import { api } from "#api/client";
import { sessionQuery } from "#api/session";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { SelectField } from "#components/select-field";
import { ShowAs } from "#components/show-as";
import { now } from "#hooks/use-now";

const LIFETIMES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
] as const;

interface Props {
  namespace: string;
  token: string | undefined;
  onToken: (token: string) => void;
}

export function KeyMaker({ namespace, token, onToken }: Props): ReactNode {
  const { data: session } = useQuery(sessionQuery);
  const [name, setName] = useState(`${namespace.split(".")[0] ?? ""}-worker`);
  const [days, setDays] = useState<(typeof LIFETIMES)[number]["value"]>("90");
  const create = api.useMutation("post", "/cloud/api-keys", {
    onSuccess: ({ token: made = "" }) => onToken(made),
  });
  if (token !== undefined) {
    return (
      <>
        <Note tone="good">
          Copy it now: it is not kept, and cannot be shown again. A lost key is replaced by a new one.
        </Note>
        <CodeBlock title={name} text={token} label="Copy the key" />
      </>
    );
  }
  const request = (nowMs: number) =>
    apiKeyRequest({ ownerId: session?.userId ?? "", displayName: name, days: Number(days), nowMs });
  return (
    <>
      <FormLayout
        onSubmit={() => create.mutate({ body: request(now()) })}
        error={create.error as unknown}
        errorTitle="The key was not created"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending}>
            Create API key
          </Button>
        }
      >
        <TextField label="Name" name="keyName" value={name} onChange={setName} isMono />
        <SelectField label="Ends after" choices={LIFETIMES} value={days} onChange={setDays} />
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: "/cloud/api-keys", body: request(0) }}
        cli={`temporal cloud apikey create-for-me --name ${name} --duration ${days}d`}
      />
    </>
  );
}
