// Gives a principal a role on one project, changes it, or takes it away.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { readProjectRole, type PrincipalType } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { changeAccess, withEntry } from "./change-access.ts";
import { findProject } from "./find-project.ts";

type IProjectAccess = temporal.api.cloud.identity.v1.IProjectAccess;

export interface SetProjectAccessRequest {
  projectId?: string | null;
  access?: IProjectAccess | null;
  resourceVersion?: string | null;
  asyncOperationId?: string | null;
}

const OPERATION = {
  user: { action: "cloud.project.setUserAccess", operationType: "SetUserProjectAccess" },
  group: { action: "cloud.project.setUserGroupAccess", operationType: "SetUserGroupProjectAccess" },
  service_account: {
    action: "cloud.project.setServiceAccountAccess",
    operationType: "SetServiceAccountProjectAccess",
  },
} as const satisfies Record<PrincipalType, { action: string; operationType: string }>;

export function setProjectAccess(
  context: DomainContext,
  principal: { principalType: PrincipalType; principalId: string | null | undefined },
  message: SetProjectAccessRequest,
): Promise<{ asyncOperation: temporal.api.cloud.operation.v1.IAsyncOperation }> {
  const { principalType } = principal;
  const { action, operationType } = OPERATION[principalType];
  const request = {
    ...{ action, operationType, message, principalType, place: "project" as const },
    principalId: principal.principalId ?? "",
  };
  return changeAccess(context, request, async (tx, found, before) => {
    const project = await findProject(context, tx, { projectId: message.projectId ?? "", action });
    // Without a role, what there is is taken away.
    const role = (message.access?.role ?? 0) === 0 ? undefined : readProjectRole(message.access, "access");
    const isBoundElsewhere = found.scope === "namespace" || found.scopeId !== project.id;
    if (isBound(found.scope) && (isBoundElsewhere || role === undefined)) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        "A service account that is bound to a namespace or a project has no role on another, and keeps that on its own.",
        { field: "access" },
      );
    }
    return {
      after: { ...before, projects: withEntry(before.projects, project.id, role) },
      details: { in: project.id, before: before.projects.get(project.id) ?? "none", after: role ?? "none" },
    };
  });
}

function isBound(scope: string | undefined): boolean {
  return scope === "namespace" || scope === "project";
}
