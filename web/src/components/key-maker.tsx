// Makes an API key for the person who is signed in, or for a service account, and shows it once.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { apiKeyRequest } from "#api/api-keys";
import { api } from "#api/client";
import { sessionQuery } from "#api/session";
import { shellWord } from "#format/show-as";
import { now } from "#hooks/use-now";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { FormLayout } from "./form-layout.tsx";
import { OnceShown } from "./once-shown.tsx";
import { SelectField } from "./select-field.tsx";
import { ShowAs } from "./show-as.tsx";

const LIFETIMES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
] as const;

interface Props {
  /** The name that the new key has until another one is typed. */
  suggestedName: string;
  /** A service account; without it, the key is the person's own. */
  serviceAccountId?: string;
  token: string | undefined;
  onToken: (token: string) => void;
}

export function KeyMaker({ suggestedName, serviceAccountId, token, onToken }: Props): ReactNode {
  const { data: session } = useQuery(sessionQuery);
  const queryClient = useQueryClient();
  const [name, setName] = useState(suggestedName);
  const [days, setDays] = useState<(typeof LIFETIMES)[number]["value"]>("90");
  const create = api.useMutation("post", "/cloud/api-keys", {
    onSuccess: async ({ token: made = "" }) => {
      onToken(made);
      await queryClient.invalidateQueries({ queryKey: ["get", "/cloud/api-keys"] });
    },
  });
  if (token !== undefined) return <OnceShown title={name} secret={token} label="Copy the key" />;
  const request = (nowMs: number) =>
    apiKeyRequest({
      owner:
        serviceAccountId === undefined
          ? { ownerId: session?.userId ?? "", ownerType: "OWNER_TYPE_USER" }
          : { ownerId: serviceAccountId, ownerType: "OWNER_TYPE_SERVICE_ACCOUNT" },
      displayName: name,
      days: Number(days),
      nowMs,
    });
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
        cli={
          serviceAccountId === undefined
            ? `temporal cloud apikey create-for-me --name ${shellWord(name)} --duration ${days}d`
            : `temporal cloud apikey create-for-service-account --service-account-id ${serviceAccountId} --name ${shellWord(name)} --duration ${days}d`
        }
      />
    </>
  );
}
