// Asks an LDAP directory, the only importer of ldapts: over TLS that is verified, bound with a password, with limits on
// time and size. Addresses inside the installation's networks are asked only where the operator lets it.
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { Client, InvalidCredentialsError, ResultCodeError } from "ldapts";
import { CloudError } from "#shared/errors";
import { isPublicAddress } from "#shared/outbound-http";
import type { GateSpec } from "./gate-spec.ts";
import type { LdapPolicy } from "./gate-settings.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const CALL_TIMEOUT_MS = 5_000;
/** For a whole question, whatever it takes. */
const QUESTION_TIMEOUT_MS = 10_000;
const RETRY_AFTER_MS = 10_000;
const PORT = { "ldaps:": "636", "ldap:": "389" } as const;

export interface DirectoryQuestion {
  spec: GateSpec;
  bindPassword: string;
  /** Undefined for the installation's own gate, which may be anywhere. */
  policy: LdapPolicy | undefined;
}

/**
 * Errors: UNAVAILABLE when the directory does not answer in time or not by TLS that can be trusted; FAILED_PRECONDITION
 * when it does not accept who asks, or the search. Never an answer by default.
 */
export async function askDirectory<Answer>(
  question: DirectoryQuestion,
  ask: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const { spec, bindPassword } = question;
  // A bind without a password succeeds at many directories as nobody.
  if (bindPassword === "") throw misconfigured("The gate has no bind password yet.");
  let client: Client | undefined;
  const timeout = AbortSignal.timeout(QUESTION_TIMEOUT_MS);
  const expired = new Promise<never>((_, reject) => {
    timeout.addEventListener("abort", () => reject(unavailable("no answer in time")), { once: true });
  });
  const answer = async (): Promise<Answer> => {
    const { url, tls } = await target(question);
    client = new Client({
      ...{ url, connectTimeout: CONNECT_TIMEOUT_MS, timeout: CALL_TIMEOUT_MS, strictDN: false },
      ...(spec.startTls ? {} : { tlsOptions: tls }),
    });
    if (spec.startTls) await client.startTLS(tls);
    await client.bind(spec.bindDn, bindPassword);
    return ask(client);
  };
  try {
    return await Promise.race([answer(), expired]);
  } catch (error) {
    throw toGateError(error);
  } finally {
    // Its end is of no interest any more.
    await client?.unbind().catch(() => undefined);
  }
}

/** The address is resolved once, judged, and connected to; the certificate must still be that of the name. */
async function target({ spec, policy }: DirectoryQuestion): Promise<{ url: string; tls: ConnectionOptions }> {
  const url = new URL(spec.url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? PORT[url.protocol as keyof typeof PORT] : url.port;
  const isName = isIP(host) === 0;
  const address = isName ? (await lookup(host)).address : host;
  const isAllowed = policy === undefined || policy.allowedHosts.has(`${host.toLowerCase()}:${port}`);
  if (!isAllowed && !isPublicAddress(address))
    throw misconfigured("The directory is in a private network that the operator has not opened.");
  const literal = isIP(address) === 6 ? `[${address}]` : address;
  return {
    url: `${url.protocol}//${literal}:${port}`,
    tls: {
      ...{ minVersion: "TLSv1.2", rejectUnauthorized: true, host },
      ...(isName ? { servername: host } : {}),
      ...(spec.caPem === "" ? {} : { ca: spec.caPem }),
    },
  };
}

function toGateError(error: unknown): CloudError {
  if (error instanceof CloudError) return error;
  if (error instanceof InvalidCredentialsError)
    return misconfigured("The directory does not accept bind_dn and its password.", error);
  if (error instanceof ResultCodeError)
    return misconfigured(`The directory refuses the question (LDAP code ${error.code}).`, error);
  const { code } = error as NodeJS.ErrnoException;
  return unavailable(typeof code === "string" ? code : "the connection failed", error);
}

function unavailable(why: string, cause?: unknown): CloudError {
  return new CloudError(
    "UNAVAILABLE",
    `The LDAP directory that decides who may have namespaces made cannot be asked (${why}). Try again later.`,
    {
      retryAfterMs: RETRY_AFTER_MS,
      ...(cause === undefined ? {} : { cause, internalDetail: String(cause) }),
    },
  );
}

function misconfigured(why: string, cause?: unknown): CloudError {
  return new CloudError(
    "FAILED_PRECONDITION",
    `${why} An owner of the account must mend the provisioning gate.`,
    {
      ...(cause === undefined ? {} : { cause, internalDetail: String(cause) }),
    },
  );
}
