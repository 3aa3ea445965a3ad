// The tokens with which an identity provider keeps users and groups by SCIM.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { OnceShown } from "#components/once-shown";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";
import { CreateScimToken } from "./create-scim-token.tsx";

type Token = Schemas["cellplane.cloud.v1.ScimToken"];

const OVERLAP = "86400s";

export function DirectoryPage(): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/scim-tokens");
  const [isMaking, setMaking] = useState(false);
  const tokens = data?.tokens ?? [];
  return (
    <>
      <Section title="Tell your provider" text="The application for SCIM 2.0 in Okta, Entra ID or another.">
        <Facts
          facts={[
            {
              name: "Tenant URL",
              value: <Identifier value={data?.baseUrl ?? ""} characters={72} />,
            },
            { name: "Secret token", value: "One of the tokens below, shown when it is made." },
          ]}
        />
      </Section>
      <Section
        title="Tokens"
        layout="stacked"
        text="Users and groups that it makes appear under People and access. What a group gives is decided there."
        actions={
          <Button kind="primary" onClick={() => setMaking(true)}>
            Create token
          </Button>
        }
      >
        {error === null ? null : <ProblemNote title="The tokens cannot be read" error={error} />}
        {tokens.length === 0 ? (
          <EmptyState
            title="No directory is connected"
            text="With a token, your identity provider makes users, keeps groups, and ends access when people leave."
          />
        ) : (
          <TokenTable tokens={tokens} />
        )}
      </Section>
      <CreateScimToken isOpen={isMaking} onClose={() => setMaking(false)} />
    </>
  );
}

function TokenTable({ tokens }: { tokens: readonly Token[] }): ReactNode {
  const [ended, setEnded] = useState<Token | undefined>();
  const [made, setMade] = useState<string | undefined>();
  const saved = useSaved("/api/v1/scim-tokens");
  const rotate = api.useMutation("post", "/api/v1/scim-tokens/{token_id}/rotate", {
    onSuccess: (answer) => saved("Token rotated", () => setMade(answer.token))(),
  });
  const remove = api.useMutation("delete", "/api/v1/scim-tokens/{token_id}", {
    onSuccess: saved("Token deleted", () => setEnded(undefined)),
  });
  const name = ended?.spec?.displayName ?? "";
  return (
    <>
      {rotate.error === null ? null : <ProblemNote title="The token was not rotated" error={rotate.error} />}
      <SimpleTable
        label="Tokens"
        headers={["Name", "Role of people it makes", "Last used", "Ends", "", ""]}
        rows={tokens.map((token) => ({
          key: token.tokenId ?? "",
          cells: [
            token.spec?.displayName,
            token.spec?.accountRole,
            <Timestamp key="used" at={token.lastUsedTime} fallback="never" />,
            <Timestamp key="ends" at={token.expiryTime} fallback="when it is deleted" />,
            <Button
              key="rotate"
              kind="quiet"
              onClick={() =>
                rotate.mutate({
                  params: { path: { token_id: token.tokenId ?? "" } },
                  body: { overlap: OVERLAP },
                })
              }
            >
              Rotate
            </Button>,
            <Button key="delete" kind="quiet" onClick={() => setEnded(token)}>
              Delete
            </Button>,
          ],
        }))}
      />
      <Dialog isOpen={made !== undefined} onClose={() => setMade(undefined)} title="New token" width="wide">
        <p>The old one works for one more day.</p>
        <OnceShown title="Secret token" secret={made ?? ""} label="Copy the token" />
      </Dialog>
      <ConfirmByName
        isOpen={ended !== undefined}
        onClose={() => setEnded(undefined)}
        title={`Delete ${name}`}
        name={name}
        losses={["The identity provider is refused from now on", "Users and groups stay as they are"]}
        verb="Delete token"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() => remove.mutate({ params: { path: { token_id: ended?.tokenId ?? "" } } })}
      />
    </>
  );
}
