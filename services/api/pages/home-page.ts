// "/": where everything of this cloud is, and the first thing to try.
import { html, page } from "./html.ts";

export interface HomeFacts {
  publicUrl: string;
  tlsAddress: string | undefined;
  regions: readonly { id: string; location: string; grpcAddress: string }[];
  hasMailbox: boolean;
}

export function homePage(facts: HomeFacts): string {
  const { host } = new URL(facts.publicUrl);
  const signUp = `curl ${facts.publicUrl}/api/v1/sign-up -H 'content-type: application/json' \\
  -d '{"email":"you@example.com","password":"a long pass phrase","accountName":"Example"}'`;
  const regions = facts.regions.map(
    ({ id, location, grpcAddress }) =>
      html`<tr>
        <td><code>${id}</code></td>
        <td>${location}</td>
        <td><code>${grpcAddress}</code></td>
      </tr>`,
  );
  return page(
    "This cloud",
    html`<table>
        <tr>
          <th>HTTP API</th>
          <td><code>${facts.publicUrl}</code></td>
        </tr>
        <tr>
          <th>gRPC API</th>
          <td><code>${host}</code> (CloudService and Cellplane's own services, with reflection)</td>
        </tr>
        ${
          facts.tlsAddress === undefined
            ? undefined
            : html`<tr>
                <th>Both over TLS</th>
                <td><code>${facts.tlsAddress}</code></td>
              </tr>`
        }
        <tr>
          <th>Documentation</th>
          <td><a href="/docs">/docs</a>, <a href="/openapi.json">/openapi.json</a></td>
        </tr>
        ${
          facts.hasMailbox
            ? html`<tr>
                <th>Mailbox</th>
                <td><a href="/mailbox">/mailbox</a>: this cloud keeps its mail instead of sending it</td>
              </tr>`
            : undefined
        }
      </table>
      <h2>Regions</h2>
      <table>
        <tr>
          <th>Region</th>
          <th>Location</th>
          <th>Address of its namespaces</th>
        </tr>
        ${regions}
      </table>
      <h2>Begin</h2>
      <p>
        Sign up, follow the link in the mail, sign in, create a namespace and a key. Each step is one call:
      </p>
      <pre>${signUp}</pre>`,
  );
}
