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
      <pre>${firstCalls(facts)}</pre>`,
  );
}

/** From nothing to a namespace and a key, to be copied line by line. */
function firstCalls({ publicUrl, regions }: HomeFacts): string {
  const json = "-H 'content-type: application/json'";
  const session = `-b cookies.txt -H "x-csrf-token: $CSRF" ${json}`;
  const spec = `{"spec":{"name":"orders","regions":["${regions[0]?.id ?? "REGION"}"],"retentionDays":1,"apiKeyAuth":{"enabled":true}}}`;
  return [
    `curl ${publicUrl}/api/v1/sign-up ${json} -d '{"email":"you@example.com","password":"a long pass phrase","accountName":"Example"}'`,
    `curl ${publicUrl}/api/v1/verify-email ${json} -d '{"token":"THE TOKEN OF THE MAIL"}'`,
    `curl -c cookies.txt ${publicUrl}/api/v1/sessions ${json} -d '{"email":"you@example.com","password":"a long pass phrase"}'`,
    `CSRF=...   # the csrfToken of the answer; its session.userId is the owner of the key below`,
    `curl ${session} ${publicUrl}/cloud/namespaces -d '${spec}'`,
    `curl -b cookies.txt ${publicUrl}/cloud/namespaces`,
    `curl ${session} ${publicUrl}/cloud/api-keys -d '{"spec":{"ownerId":"USER ID","ownerType":"OWNER_TYPE_USER","displayName":"first","expiryTime":"2027-01-01T00:00:00Z"}}'`,
  ].join("\n\n");
}
