// One service account: what it may do and why, its keys, and its end.
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { terraformOf } from "#format/show-as";
import { accessOf, draftOf, terraformAccess, type AccessDraft } from "./access-draft.ts";
import { AccessForm } from "./access-form.tsx";
import { EffectiveAccess } from "./effective-access.tsx";
import { OwnedKeys } from "./owned-keys.tsx";
import { PrincipalState } from "./resource-state.tsx";
import { scopeOf } from "./service-account-scope.ts";

type ServiceAccount = Schemas["temporal.api.cloud.identity.v1.ServiceAccount"];

export function ServiceAccountPage(): ReactNode {
  const { serviceAccountId = "" } = useParams({ strict: false });
  const may = useMay();
  const { data, error, refetch } = api.useQuery("get", "/cloud/service-accounts/{service_account_id}", {
    params: { path: { service_account_id: serviceAccountId } },
  });
  const account = data?.serviceAccount;
  return (
    <Page
      title={account?.spec?.name ?? "Service account"}
      mark={account === undefined ? null : <PrincipalState state={account.state} />}
    >
      {error === null ? null : (
        <ProblemNote
          title="The service account cannot be read"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {account === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <Section title="Service account">
            <Facts
              facts={[
                { name: "Bound to", value: scopeOf(account) },
                { name: "Description", value: account.spec?.description ?? "" },
                { name: "Since", value: <Timestamp at={account.createdTime} /> },
                { name: "Id", value: <Identifier value={account.id ?? ""} /> },
              ]}
            />
          </Section>
          <OwnedKeys
            owner={{ id: serviceAccountId, type: "OWNER_TYPE_SERVICE_ACCOUNT" }}
            {...(may("cloud.serviceaccount.update")
              ? { suggestedName: `${account.spec?.name ?? "worker"}-key` }
              : {})}
          />
          {account.spec?.access !== undefined && may("cloud.serviceaccount.update") ? (
            <Section title="Access">
              <ServiceAccountAccess key={account.resourceVersion} account={account} />
            </Section>
          ) : null}
          <EffectiveAccess type="service_account" id={serviceAccountId} />
          {may("cloud.serviceaccount.delete") ? <ServiceAccountDeletion account={account} /> : null}
        </>
      )}
    </Page>
  );
}

function ServiceAccountAccess({ account }: { account: ServiceAccount }): ReactNode {
  const { id = "", spec, resourceVersion = "" } = account;
  const saved = useSaved("/cloud/service-accounts", "/api/v1/access-explanation");
  const update = api.useMutation("post", "/cloud/service-accounts/{service_account_id}", {
    onSuccess: saved("Access changed"),
  });
  const bodyOf = (draft: AccessDraft) => ({
    spec: { name: spec?.name ?? "", description: spec?.description ?? "", access: accessOf(draft) },
    resourceVersion,
  });
  return (
    <AccessForm
      start={draftOf(spec?.access)}
      isBusy={update.isPending}
      error={update.error as unknown}
      onSave={(draft) => update.mutate({ params: { path: { service_account_id: id } }, body: bodyOf(draft) })}
      rest={(draft) => ({ method: "POST", path: `/cloud/service-accounts/${id}`, body: bodyOf(draft) })}
      terraform={(draft) =>
        terraformOf("temporalcloud_service_account", spec?.name ?? "", {
          name: spec?.name ?? "",
          ...terraformAccess(draft),
        })
      }
    />
  );
}

function ServiceAccountDeletion({ account }: { account: ServiceAccount }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const saved = useSaved("/cloud/service-accounts");
  const remove = api.useMutation("delete", "/cloud/service-accounts/{service_account_id}", {
    onSuccess: saved("Service account deleted", () => void navigate({ to: "/people/service-accounts" })),
  });
  const name = account.spec?.name ?? "";
  return (
    <Section title="Deletion">
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete service account
        </Button>
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Delete ${name}`}
        name={name}
        losses={["Every worker that uses one of its keys is refused within ten seconds", "Its keys"]}
        verb="Delete service account"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({
            params: {
              path: { service_account_id: account.id ?? "" },
              query: { resourceVersion: account.resourceVersion ?? "" },
            },
          })
        }
      />
    </Section>
  );
}
