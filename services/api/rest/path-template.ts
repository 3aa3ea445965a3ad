// Path templates of google.api.http as Fastify routes: "/cloud/sinks/{spec.name}" -> "/cloud/sinks/:p0" and the list
// of fields that the parameters fill.
export interface PathTemplate {
  /** In Fastify's spelling. */
  route: string;
  /** Field paths in the request, in the order of the parameters p0, p1, ... */
  fields: readonly string[];
  /** Matches a path without its query. */
  pattern: RegExp;
}

const VARIABLE = /^\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\}$/;
const LITERAL = /^[A-Za-z0-9._-]+$/;

/** Parses a template of literals and single-segment variables, which are all that our rpcs use. */
export function parsePathTemplate(template: string): PathTemplate {
  const fields: string[] = [];
  const segments = template.split("/").slice(1);
  const route = segments.map((segment) => {
    const variable = VARIABLE.exec(segment)?.[1];
    if (variable !== undefined) return `:p${fields.push(variable) - 1}`;
    if (LITERAL.test(segment)) return segment;
    throw new Error(`path template ${template} uses what is not supported: ${segment}`);
  });
  const pattern = segments.map((segment) =>
    VARIABLE.test(segment) ? "[^/]+" : segment.replaceAll(".", "\\."),
  );
  return { route: `/${route.join("/")}`, fields, pattern: new RegExp(`^/${pattern.join("/")}$`) };
}
