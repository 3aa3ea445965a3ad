// One project: its settings, its namespaces, who may do what in it, and its end.
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { Skeleton } from "#components/skeleton";
import { ProjectAccess } from "./project-access.tsx";
import { ProjectForm } from "./project-form.tsx";

type Project = Schemas["temporal.api.cloud.project.v1.Project"];

export function ProjectPage(): ReactNode {
  const { projectId = "" } = useParams({ strict: false });
  const may = useMay();
  const { data, error, refetch } = api.useQuery("get", "/cloud/projects/{project_id}", {
    params: { path: { project_id: projectId } },
  });
  const project = data?.project;
  return (
    <Page title={project?.spec?.displayName ?? "Project"}>
      {error === null ? null : (
        <ProblemNote title="The project cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {project === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <ProjectNamespaces projectId={projectId} />
          {may("cloud.project.getUserProjectAssignments") ? <ProjectAccess projectId={projectId} /> : null}
          {may("cloud.project.update") ? (
            <Section title="Settings">
              <ProjectSettings key={project.resourceVersion} project={project} />
            </Section>
          ) : null}
          {may("cloud.project.delete") ? <ProjectDeletion project={project} /> : null}
        </>
      )}
    </Page>
  );
}

function ProjectNamespaces({ projectId }: { projectId: string }): ReactNode {
  const { data } = api.useQuery("get", "/cloud/namespaces", {
    params: { query: { projectId, pageSize: 200 } },
  });
  const namespaces = data?.namespaces ?? [];
  return (
    <Section title="Namespaces" layout="stacked">
      {namespaces.length === 0 ? (
        <EmptyState title="No namespace is in this project" />
      ) : (
        <SimpleTable
          label="Namespaces"
          headers={["Namespace", "Region"]}
          rows={namespaces.map(({ namespace = "", activeRegion }) => ({
            key: namespace,
            cells: [
              <Link key="name" to="/namespaces/$namespace" params={{ namespace }}>
                {namespace}
              </Link>,
              activeRegion,
            ],
          }))}
        />
      )}
    </Section>
  );
}

function ProjectSettings({ project }: { project: Project }): ReactNode {
  const { id = "", spec, resourceVersion = "" } = project;
  const saved = useSaved("/cloud/projects");
  const update = api.useMutation("post", "/cloud/projects/{project_id}", {
    onSuccess: saved("Project changed"),
  });
  return (
    <ProjectForm
      spec={spec}
      verb="Save project"
      isBusy={update.isPending}
      error={update.error as unknown}
      rest={(next) => ({
        method: "POST",
        path: `/cloud/projects/${id}`,
        body: { spec: next, resourceVersion },
      })}
      onSave={(next) =>
        update.mutate({ params: { path: { project_id: id } }, body: { spec: next, resourceVersion } })
      }
    />
  );
}

function ProjectDeletion({ project }: { project: Project }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const saved = useSaved("/cloud/projects");
  const remove = api.useMutation("delete", "/cloud/projects/{project_id}", {
    onSuccess: saved("Project deleted", () => void navigate({ to: "/projects" })),
  });
  const name = project.spec?.displayName ?? "";
  return (
    <Section title="Deletion" text="Only of a project without namespaces.">
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete project
        </Button>
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Delete ${name}`}
        name={name}
        losses={["The access that was given in it", "Service accounts that are bound to it"]}
        verb="Delete project"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({
            params: {
              path: { project_id: project.id ?? "" },
              query: { resourceVersion: project.resourceVersion ?? "" },
            },
          })
        }
      />
    </Section>
  );
}
