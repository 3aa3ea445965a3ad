// One group: its members, what it gives them, and its end. A group of an identity provider keeps its members there.
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Note } from "#components/note";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Skeleton } from "#components/skeleton";
import { terraformOf } from "#format/show-as";
import { accessOf, draftOf, terraformAccess, type AccessDraft } from "./access-draft.ts";
import { AccessForm } from "./access-form.tsx";
import { EffectiveAccess } from "./effective-access.tsx";
import { GroupMembers } from "./group-members.tsx";
import { originOf, type Group } from "./group-origin.ts";

export function GroupPage(): ReactNode {
  const { groupId = "" } = useParams({ strict: false });
  const may = useMay();
  const { data, error, refetch } = api.useQuery("get", "/cloud/user-groups/{group_id}", {
    params: { path: { group_id: groupId } },
  });
  const group = data?.group;
  const isOurs = group === undefined || originOf(group).isOurs;
  return (
    <Page
      title={group?.spec?.displayName ?? "Group"}
      mark={group === undefined ? null : <Badge>{originOf(group).label}</Badge>}
    >
      {error === null ? null : (
        <ProblemNote title="The group cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {group === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          {isOurs ? null : (
            <Note>
              Its name and members are kept by the identity provider; what it gives is decided here.
            </Note>
          )}
          <GroupMembers groupId={groupId} canChange={isOurs && may("cloud.usergroup.addMember")} />
          {may("cloud.usergroup.update") ? (
            <Section title="Access" text="Every member may do this.">
              <GroupAccess key={group.resourceVersion} group={group} />
            </Section>
          ) : null}
          <EffectiveAccess type="group" id={groupId} />
          {isOurs && may("cloud.usergroup.delete") ? <GroupDeletion group={group} /> : null}
        </>
      )}
    </Page>
  );
}

function GroupAccess({ group }: { group: Group }): ReactNode {
  const { id = "", spec, resourceVersion = "" } = group;
  const saved = useSaved("/cloud/user-groups", "/api/v1/access-explanation");
  const update = api.useMutation("post", "/cloud/user-groups/{group_id}", {
    onSuccess: saved("Access changed"),
  });
  const bodyOf = (draft: AccessDraft) => ({ spec: { ...spec, access: accessOf(draft) }, resourceVersion });
  return (
    <AccessForm
      start={draftOf(spec?.access)}
      isBusy={update.isPending}
      error={update.error as unknown}
      onSave={(draft) => update.mutate({ params: { path: { group_id: id } }, body: bodyOf(draft) })}
      rest={(draft) => ({ method: "POST", path: `/cloud/user-groups/${id}`, body: bodyOf(draft) })}
      terraform={(draft) =>
        terraformOf("temporalcloud_group_access", spec?.displayName ?? "", {
          id,
          ...terraformAccess(draft),
        })
      }
    />
  );
}

function GroupDeletion({ group }: { group: Group }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const saved = useSaved("/cloud/user-groups");
  const remove = api.useMutation("delete", "/cloud/user-groups/{group_id}", {
    onSuccess: saved("Group deleted", () => void navigate({ to: "/people/groups" })),
  });
  const name = group.spec?.displayName ?? "";
  return (
    <Section title="Deletion">
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete group
        </Button>
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Delete ${name}`}
        name={name}
        losses={["What its members may do by it, within ten seconds"]}
        verb="Delete group"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({
            params: {
              path: { group_id: group.id ?? "" },
              query: { resourceVersion: group.resourceVersion ?? "" },
            },
          })
        }
      />
    </Section>
  );
}
