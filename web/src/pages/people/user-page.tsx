// One person: what they may do and why, their keys, and the end of it.
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
import { ACCOUNT_ROLES, labelOf } from "#format/roles";
import { terraformOf } from "#format/show-as";
import { accessOf, draftOf, terraformAccess, type AccessDraft } from "./access-draft.ts";
import { AccessForm } from "./access-form.tsx";
import { EffectiveAccess } from "./effective-access.tsx";
import { OwnedKeys } from "./owned-keys.tsx";
import { PrincipalState } from "./resource-state.tsx";
import { UserStanding } from "./user-standing.tsx";

type User = Schemas["temporal.api.cloud.identity.v1.User"];

export function UserPage(): ReactNode {
  const { userId = "" } = useParams({ strict: false });
  const may = useMay();
  const { data, error, refetch } = api.useQuery("get", "/cloud/users/{user_id}", {
    params: { path: { user_id: userId } },
  });
  const user = data?.user;
  return (
    <Page
      title={user?.spec?.email ?? "User"}
      mark={
        user === undefined ? null : (
          <PrincipalState state={user.state} isInvited={user.invitation !== undefined} />
        )
      }
    >
      {error === null ? null : (
        <ProblemNote title="The user cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {user === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <Section title="Person">
            <UserFacts user={user} />
            {may("cloud.user.update") ? <UserStanding user={user} /> : null}
          </Section>
          {may("cloud.user.update") ? (
            <Section title="Access" text="What is given to this person alone; groups give more.">
              <UserAccess key={user.resourceVersion} user={user} />
            </Section>
          ) : null}
          <EffectiveAccess type="user" id={userId} />
          <OwnedKeys owner={{ id: userId, type: "OWNER_TYPE_USER" }} />
          {may("cloud.user.delete") ? <UserDeletion user={user} /> : null}
        </>
      )}
    </Page>
  );
}

function UserFacts({ user }: { user: User }): ReactNode {
  const { id = "", spec, createdTime, invitation } = user;
  return (
    <Facts
      facts={[
        { name: "Account role", value: labelOf(ACCOUNT_ROLES, draftOf(spec?.access).role) },
        { name: "Since", value: <Timestamp at={createdTime} /> },
        ...(invitation === undefined
          ? []
          : [{ name: "Invitation ends", value: <Timestamp at={invitation.expiredTime} /> }]),
        { name: "Id", value: <Identifier value={id} /> },
      ]}
    />
  );
}

function UserAccess({ user }: { user: User }): ReactNode {
  const { id = "", spec, resourceVersion = "" } = user;
  const saved = useSaved("/cloud/users", "/api/v1/access-explanation");
  const update = api.useMutation("post", "/cloud/users/{user_id}", { onSuccess: saved("Access changed") });
  const bodyOf = (draft: AccessDraft) => ({
    spec: { email: spec?.email ?? "", access: accessOf(draft) },
    resourceVersion,
  });
  return (
    <AccessForm
      start={draftOf(spec?.access)}
      isBusy={update.isPending}
      error={update.error as unknown}
      onSave={(draft) => update.mutate({ params: { path: { user_id: id } }, body: bodyOf(draft) })}
      rest={(draft) => ({ method: "POST", path: `/cloud/users/${id}`, body: bodyOf(draft) })}
      terraform={(draft) =>
        terraformOf("temporalcloud_user", spec?.email?.split("@")[0] ?? "", {
          email: spec?.email ?? "",
          ...terraformAccess(draft),
        })
      }
    />
  );
}

function UserDeletion({ user }: { user: User }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const saved = useSaved("/cloud/users");
  const remove = api.useMutation("delete", "/cloud/users/{user_id}", {
    onSuccess: saved("User deleted", () => void navigate({ to: "/people/users" })),
  });
  const email = user.spec?.email ?? "";
  return (
    <Section title="Deletion" text="What the person made stays.">
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete user
        </Button>
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Delete ${email}`}
        name={email}
        losses={[
          "Their sessions end at once",
          "Their API keys are refused within ten seconds",
          "Their place in groups",
        ]}
        verb="Delete user"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({
            params: {
              path: { user_id: user.id ?? "" },
              query: { resourceVersion: user.resourceVersion ?? "" },
            },
          })
        }
      />
    </Section>
  );
}
