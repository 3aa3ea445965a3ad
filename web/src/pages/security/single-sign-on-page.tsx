// Single sign-on: the account's OpenID Connect provider, its secret, and what is demanded of people.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Facts } from "#components/facts";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Identifier } from "#components/identifier";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { StatusMark } from "#components/status-mark";
import { SwitchField } from "#components/switch-field";
import { ProviderForm } from "./provider-form.tsx";

export function SingleSignOnPage(): ReactNode {
  const may = useMay();
  const { data, error, isPending } = api.useQuery("get", "/api/v1/identity-provider");
  const provider = data?.provider;
  const isSet = (provider?.spec?.issuer ?? "") !== "";
  const mayChange = may("cloud.identityprovider.update");
  return (
    <>
      {error === null ? null : <ProblemNote title="The provider cannot be read" error={error} />}
      {provider === undefined || isPending ? null : (
        <Section title="Tell your provider" text="What Okta, Entra ID or Keycloak asks for.">
          <Facts
            facts={[
              {
                name: "Redirect URL",
                value: <Identifier value={provider.redirectUrl ?? ""} characters={72} />,
              },
              {
                name: "People begin at",
                value: <Identifier value={provider.signInUrl ?? ""} characters={72} />,
              },
              {
                name: "State",
                value: isSet ? (
                  <StatusMark status="completed" word="Set up" />
                ) : (
                  <StatusMark status="canceled" word="Not set up" />
                ),
              },
            ]}
          />
        </Section>
      )}
      {mayChange && !isPending ? (
        <Section
          title="OpenID Connect provider"
          text="Whoever names the provider decides who comes in as whom: owners only."
        >
          <ProviderForm key={provider?.resourceVersion} provider={provider} />
          {isSet ? <ProviderSecret hasSecret={provider?.hasClientSecret === true} /> : null}
          {isSet ? (
            <ProviderDeletion
              issuer={provider?.spec?.issuer ?? ""}
              version={provider?.resourceVersion ?? ""}
            />
          ) : null}
        </Section>
      ) : null}
      <Section title="Policy" text="For people who sign in by a password.">
        <SignInPolicy />
      </Section>
    </>
  );
}

function ProviderSecret({ hasSecret }: { hasSecret: boolean }): ReactNode {
  const [secret, setSecret] = useState("");
  const saved = useSaved("/api/v1/identity-provider");
  const set = api.useMutation("post", "/api/v1/identity-provider/secret", {
    onSuccess: saved("Secret kept", () => setSecret("")),
  });
  return (
    <FormLayout
      onSubmit={() => set.mutate({ body: { clientSecret: secret } })}
      error={set.error as unknown}
      errorTitle="The secret was not kept"
      buttons={
        <Button type="submit" isBusy={set.isPending}>
          Save secret
        </Button>
      }
    >
      <TextField
        label="Client secret"
        type="password"
        autoComplete="off"
        hint={
          hasSecret ? "There is one. It is never shown; an empty one makes a public client." : "None yet."
        }
        value={secret}
        onChange={setSecret}
      />
    </FormLayout>
  );
}

function ProviderDeletion({ issuer, version }: { issuer: string; version: string }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const saved = useSaved("/api/v1/identity-provider");
  const remove = api.useMutation("delete", "/api/v1/identity-provider", {
    onSuccess: saved("Provider deleted", () => setOpen(false)),
  });
  return (
    <>
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete provider
        </Button>
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Delete the identity provider"
        name={issuer}
        losses={["People without a password must ask for a new one by mail"]}
        verb="Delete provider"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() => remove.mutate({ params: { query: { resourceVersion: version } } })}
      />
    </>
  );
}

function SignInPolicy(): ReactNode {
  const may = useMay();
  const { data } = api.useQuery("get", "/api/v1/sign-in-policy");
  const saved = useSaved("/api/v1/sign-in-policy");
  const update = api.useMutation("post", "/api/v1/sign-in-policy", { onSuccess: saved("Policy changed") });
  const { spec, resourceVersion = "" } = data?.policy ?? {};
  return (
    <>
      {update.error === null ? null : <ProblemNote title="The policy was not changed" error={update.error} />}
      <SwitchField
        label="Everybody needs a second factor"
        hint="Open sessions without one are good for setting one up and for nothing else."
        isOn={spec?.secondFactorRequired === true}
        isDisabled={update.isPending || !may("cloud.signinpolicy.update")}
        onChange={(secondFactorRequired) =>
          update.mutate({ body: { spec: { secondFactorRequired }, resourceVersion } })
        }
      />
    </>
  );
}
