// A project as a row and as the public message.
import { temporal, timestampOfMs } from "#contracts";
import type { Project } from "#prisma";

export type ProjectRow = Project;

const { ResourceState } = temporal.api.cloud.resource.v1;

/** A project is made, changed and deleted in one transaction, so it is active as long as it is there. */
export function toProject(row: ProjectRow): temporal.api.cloud.project.v1.IProject {
  return {
    id: row.id,
    spec: {
      displayName: row.displayName,
      description: row.description,
      lifecycle: { enableDeleteProtection: row.deleteProtection },
    },
    resourceVersion: String(row.resourceVersion),
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    asyncOperationId: "",
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}
