// The projects that one may see, and making one.
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";
import { ProjectForm } from "./project-form.tsx";

const SHOWN = 200;

export function ProjectsPage(): ReactNode {
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/cloud/projects", {
    params: { query: { pageSize: SHOWN } },
  });
  const projects = data?.projects ?? [];
  const button = may("cloud.project.create") ? (
    <Button kind="primary" icon={<Plus />} onClick={() => setMaking(true)}>
      Create project
    </Button>
  ) : null;
  return (
    <Page
      title="Projects"
      text="Namespaces kept together, with access that holds for all of them."
      actions={button}
    >
      {error === null ? null : (
        <ProblemNote title="The projects cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && projects.length === 0 ? <EmptyState title="No project yet" /> : null}
      {projects.length === 0 ? null : (
        <SimpleTable
          label="Projects"
          headers={["Project", "Description", "Id", "Since"]}
          rows={projects.map(({ id = "", spec, createdTime }) => ({
            key: id,
            cells: [
              <Link key="name" to="/projects/$projectId" params={{ projectId: id }}>
                {spec?.displayName}
              </Link>,
              spec?.description,
              <code key="id">{id}</code>,
              <Timestamp key="since" at={createdTime} />,
            ],
          }))}
        />
      )}
      <Dialog isOpen={isMaking} onClose={() => setMaking(false)} title="Create project" width="wide">
        <CreateProject onDone={() => setMaking(false)} />
      </Dialog>
    </Page>
  );
}

function CreateProject({ onDone }: { onDone: () => void }): ReactNode {
  const saved = useSaved("/cloud/projects");
  const create = api.useMutation("post", "/cloud/projects", { onSuccess: saved("Project created", onDone) });
  return (
    <ProjectForm
      spec={undefined}
      verb="Create project"
      isBusy={create.isPending}
      error={create.error as unknown}
      rest={(spec) => ({ method: "POST", path: "/cloud/projects", body: { spec } })}
      onSave={(spec) => create.mutate({ body: { spec } })}
    />
  );
}
