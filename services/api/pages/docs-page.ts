// "/docs": the API's documentation as one readable page, rendered from the OpenAPI document. Works without scripts.
import type { OpenApiDocument } from "../openapi/build-document.ts";
import { html, page, type Html } from "./html.ts";

interface Shape {
  $ref?: string;
  anyOf?: Shape[];
  allOf?: Shape[];
  type?: string;
  format?: string;
  items?: Shape;
  additionalProperties?: Shape | boolean;
  properties?: Record<string, Shape>;
  enum?: string[];
  description?: string;
  deprecated?: boolean;
}

interface DocumentedOperation {
  tags: string[];
  summary: string;
  description?: string;
  parameters: { name: string; in: string; required?: boolean; schema: Shape; description?: string }[];
  requestBody?: { content: Record<string, { schema: Shape }> };
  responses: Record<string, { content?: Record<string, { schema: Shape }> }>;
  security: unknown[];
  "x-grpc-method": string;
  "x-permission"?: string;
  "x-unimplemented"?: boolean;
}

interface Document {
  info: { description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Shape> };
}

export function docsPage(openApi: OpenApiDocument): string {
  // The document is our own: build-document.ts makes it in this shape.
  const document = openApi as unknown as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const served = operations.filter(({ operation }) => operation["x-unimplemented"] !== true);
  const tags = document.tags.filter(({ name }) =>
    served.some(({ operation }) => operation.tags.includes(name)),
  );
  return page(
    "API",
    html`<p>${document.info.description}</p>
      <p class="tags">
        ${tags.map(({ name }) => html`<a href="#${name}">${name}</a>`)}<a href="#types">types</a>
      </p>
      ${tags.map(
        ({ name }) =>
          html`<h2 id="${name}">${name}</h2>
            ${served
              .filter(({ operation }) => operation.tags.includes(name))
              .map(({ path, method, operation }) => operationEntry(path, method, operation))}`,
      )}
      <h2 id="types">types</h2>
      ${Object.entries(document.components.schemas).map(([name, schema]) => typeEntry(name, schema))}`,
  );
}

function operationEntry(path: string, method: string, operation: DocumentedOperation): Html {
  const permission =
    operation.security.length === 0 ? "none: anybody may call it" : (operation["x-permission"] ?? "");
  const [body] = Object.values(operation.requestBody?.content ?? {});
  const [answer] = Object.values(operation.responses["200"]?.content ?? {});
  return html`<details>
    <summary>
      <span class="method">${method.toUpperCase()}</span><span class="path">${path}</span
      ><span class="summary">${operation.summary}</span>
    </summary>
    <p>${operation.description ?? operation.summary}</p>
    <table>
      <tr>
        <th>Permission</th>
        <td><code>${permission}</code></td>
      </tr>
      <tr>
        <th>gRPC</th>
        <td><code>${operation["x-grpc-method"]}</code></td>
      </tr>
      ${body === undefined ? undefined : row("Body", typeName(body.schema))}
      ${answer === undefined ? undefined : row("Answer", typeName(answer.schema))}
    </table>
    ${parametersTable(operation)}
  </details>`;
}

function row(title: string, value: Html): Html {
  return html`<tr>
    <th>${title}</th>
    <td>${value}</td>
  </tr>`;
}

function parametersTable({ parameters }: DocumentedOperation): Html | undefined {
  if (parameters.length === 0) return undefined;
  return html`<h3>Parameters</h3>
    <table>
      ${parameters.map(
        (parameter) =>
          html`<tr>
            <td><code>${parameter.name}</code></td>
            <td>${parameter.in}</td>
            <td>${typeName(parameter.schema)}</td>
            <td class="muted">${parameter.description ?? parameter.schema.description}</td>
          </tr>`,
      )}
    </table>`;
}

function typeEntry(name: string, schema: Shape): Html {
  const fields = Object.entries(schema.properties ?? {});
  // The mark is inside, because browsers open what they must scroll into.
  return html`<details>
    <summary><span class="path">${name}</span></summary>
    <p id="${name}">${schema.description}</p>
    ${schema.enum === undefined ? undefined : html`<p><code>${schema.enum.join(", ")}</code></p>`}
    <table>
      ${fields.map(
        ([field, shape]) =>
          html`<tr>
            <td><code>${field}</code></td>
            <td>${typeName(shape)}</td>
            <td class="muted">${shape.deprecated === true ? "Deprecated. " : ""}${shape.description}</td>
          </tr>`,
      )}
    </table>
  </details>`;
}

/** The type's name, linked to its entry when it has one. */
function typeName(shape: Shape): Html {
  if (shape.$ref !== undefined) {
    const name = shape.$ref.slice("#/components/schemas/".length);
    return html`<a href="#${name}"><code>${name.slice(name.lastIndexOf(".") + 1)}</code></a>`;
  }
  // Of several forms the first is the canonical one.
  const [first] = shape.anyOf ?? shape.allOf ?? [];
  if (first !== undefined) return typeName(first);
  if (shape.items !== undefined) return html`list of ${typeName(shape.items)}`;
  if (typeof shape.additionalProperties === "object")
    return html`map from string to ${typeName(shape.additionalProperties)}`;
  return html`<code
    >${[shape.type ?? "any", shape.format].filter((word) => word !== undefined).join(" ")}</code
  >`;
}
