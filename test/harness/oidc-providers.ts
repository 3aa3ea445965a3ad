// OpenID Connect providers for tests: a real one (oidc-provider) in which whoever is named signs in at once, and one that
// lies as it is told to.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import Provider from "oidc-provider";

export const CLIENT = { id: "cellplane", secret: "a-secret-of-this-test-only-0123456789" };

export interface PersonThere {
  sub: string;
  email: string;
  email_verified?: boolean;
  groups?: string[];
}

export interface RealProvider {
  issuer: string;
  /** Who sits at the browser. */
  signsIn(person: PersonThere): void;
  stop(): Promise<void>;
}

export async function startProvider(redirectUri: string): Promise<RealProvider> {
  const people = new Map<string, PersonThere>();
  let present = "";
  const server = createServer();
  const issuer = await listen(server);
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] },
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["groups"] },
    cookies: { keys: ["a key of this test"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...people.get(id), sub: id }) }),
    loadExistingGrant: async (context) => {
      const { Grant } = context.oidc.provider;
      const grant = new Grant({ clientId: CLIENT.id, accountId: context.oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) return void answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: present } });
  });
  return {
    issuer,
    signsIn: (person) => {
      people.set(person.sub, person);
      present = person.sub;
    },
    stop: () => close(server),
  };
}

export interface Lie {
  claims?: Record<string, unknown>;
  /** Of the callback: what the provider says its issuer is (mix-up). */
  iss?: string;
  /** Signed by a key that it does not publish. */
  strangeKey?: boolean;
  alg?: "none";
}

export interface LyingProvider {
  issuer: string;
  /** What the next id token says beyond the truth. */
  lies(lie: Lie): void;
  /** New keys, as providers change theirs from time to time. */
  rotateKeys(): Promise<void>;
  /** What it sends the browser back with, to where the sign-in was sent. */
  answer(authorizationUrl: string): string;
  /** How often codes were exchanged. */
  exchanges(): number;
  stop(): Promise<void>;
}

export async function startLyingProvider(now: () => number): Promise<LyingProvider> {
  let keys = await generateKeyPair("RS256");
  const strange = await generateKeyPair("RS256");
  let kid = "key-1";
  let lie: Lie = {};
  let exchanged = 0;
  const nonces = new Map<string, string>();
  const server = createServer((request, response) => void serve(request, response));
  const issuer = await listen(server);
  const idToken = async (nonce: string): Promise<string> => {
    const seconds = Math.floor(now() / 1_000);
    const claims: JWTPayload = {
      ...{ iss: issuer, aud: CLIENT.id, sub: "liar", nonce, iat: seconds, exp: seconds + 300 },
      ...{ email: "liar@example.com", email_verified: true, ...lie.claims },
    };
    if (lie.alg === "none") {
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${part({ alg: "none" })}.${part(claims)}.`;
    }
    const key = lie.strangeKey === true ? strange.privateKey : keys.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(key);
  };
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?")[0] ?? "";
    const send = (body: object): void => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    if (path === "/.well-known/openid-configuration") return send(documentOf(issuer));
    if (path === "/jwks")
      return send({ keys: [{ ...(await exportJWK(keys.publicKey)), kid, alg: "RS256", use: "sig" }] });
    if (path !== "/token") return send({});
    exchanged += 1;
    const form = new URLSearchParams(await bodyOf(request));
    const nonce = nonces.get(form.get("code") ?? "") ?? "";
    send({ access_token: "opaque", token_type: "Bearer", expires_in: 300, id_token: await idToken(nonce) });
  }
  return {
    issuer,
    lies: (next) => {
      lie = next;
    },
    rotateKeys: async () => {
      keys = await generateKeyPair("RS256");
      kid = `${kid}-next`;
    },
    answer: (authorizationUrl) => {
      const asked = new URL(authorizationUrl).searchParams;
      const code = `code-${nonces.size}`;
      nonces.set(code, asked.get("nonce") ?? "");
      return new URLSearchParams({
        code,
        state: asked.get("state") ?? "",
        iss: lie.iss ?? issuer,
      }).toString();
    },
    exchanges: () => exchanged,
    stop: () => close(server),
  };
}

function documentOf(issuer: string): object {
  return {
    ...{
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
    },
    ...{ response_types_supported: ["code"], subject_types_supported: ["public"] },
    id_token_signing_alg_values_supported: ["RS256"],
    authorization_response_iss_parameter_supported: true,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
