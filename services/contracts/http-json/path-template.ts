// Path templates of google.api.http: literals and single-segment variables, which are all that our rpcs use.
export interface PathTemplate {
  /** A literal, or the field path that the segment fills. */
  segments: readonly ({ literal: string } | { field: string })[];
  /** Field paths in the request, in the order of their segments. */
  fields: readonly string[];
  /** Matches a path without its query. */
  pattern: RegExp;
}

const VARIABLE = /^\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\}$/;
const LITERAL = /^[A-Za-z0-9._-]+$/;

/** "/cloud/sinks/{spec.name}". Throws when the template uses more than literals and single-segment variables. */
export function parsePathTemplate(template: string): PathTemplate {
  const segments = template
    .split("/")
    .slice(1)
    .map((segment) => {
      const field = VARIABLE.exec(segment)?.[1];
      if (field !== undefined) return { field };
      if (LITERAL.test(segment)) return { literal: segment };
      throw new Error(`path template ${template} uses what is not supported: ${segment}`);
    });
  const pattern = segments.map((segment) =>
    "field" in segment ? "[^/]+" : segment.literal.replaceAll(".", "\\."),
  );
  return {
    segments,
    fields: segments.flatMap((segment) => ("field" in segment ? [segment.field] : [])),
    pattern: new RegExp(`^/${pattern.join("/")}$`),
  };
}
