// What no text of a request may hold, whichever transport it came by: PostgreSQL cannot store U+0000, so it is refused
// at the edge with the field's name instead of failing somewhere inside. Pure.
import { CloudError } from "#shared/errors";

/** Errors: INVALID_ARGUMENT naming the field whose text, or whose map key, contains U+0000. */
export function checkRequestText(request: unknown): void {
  // A list of its own instead of recursion: messages nest as deep as their sender likes.
  const pending: { value: unknown; field: string }[] = [{ value: request, field: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, field } = next;
    if (typeof value === "string") {
      if (value.includes("\0")) throw refused(field);
    } else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key.includes("\0")) throw refused(field);
        pending.push({
          value: inner,
          field: Array.isArray(value) || field === "" ? field || key : `${field}.${key}`,
        });
      }
    }
  }
}

function refused(field: string): CloudError {
  const shown = field.slice(0, 200);
  return new CloudError("INVALID_ARGUMENT", `${shown}: must not contain the character U+0000.`, {
    field: shown,
  });
}
