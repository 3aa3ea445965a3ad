// From the public spec of a project to its columns. Pure.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";

const DISPLAY_NAME_LENGTH_MAX = 64;
const DESCRIPTION_LENGTH_MAX = 255;

export interface ProjectSpec {
  displayName: string;
  description: string;
  deleteProtection: boolean;
}

/** Errors: INVALID_ARGUMENT naming the field. */
export function parseProject(spec: temporal.api.cloud.project.v1.IProjectSpec): ProjectSpec {
  const displayName = spec.displayName ?? "";
  const description = spec.description ?? "";
  if (displayName.trim() === "") throw refused("displayName", "is required");
  checkText("displayName", displayName, DISPLAY_NAME_LENGTH_MAX);
  checkText("description", description, DESCRIPTION_LENGTH_MAX);
  return {
    displayName,
    description,
    deleteProtection: spec.lifecycle?.enableDeleteProtection ?? false,
  };
}

function checkText(field: string, text: string, lengthMax: number): void {
  if ([...text].length > lengthMax) throw refused(field, `is longer than ${lengthMax} characters`);
  if (/[\u0000-\u001f\u007f]/.test(text)) throw refused(field, "contains a control character");
}

function refused(field: string, reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.${field}: ${reason}.`, { field: `spec.${field}` });
}
