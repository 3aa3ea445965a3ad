// Whether a caller may make a call on a namespace, now: asked for each call, and again for running calls whenever the
// directory changes. Pure but for the remembered verdicts on certificates. What is refused never tells what exists.
import { timingSafeEqual } from "node:crypto";
import { CloudError } from "#shared/errors";
import { verifyClientChain, type ChainVerdict } from "#shared/pki-verify";
import type { DirectoryView, NamespaceRecord, PrincipalRecord } from "../directory/directory-view.ts";
import type { ConnectionPath } from "../connectivity/connection-path.ts";
import { passesConnectivity } from "../connectivity/passes-connectivity.ts";
import { pathOf, takesToken, type Caller, type PeerIdentity } from "./caller.ts";
import { passesFilters } from "./certificate-filter.ts";
import type { Permission } from "./methods.ts";
import { badApiKey, type ConsoleClaims, type KeyClaims, type TokenClaims } from "./verify-token.ts";

const RANK: Readonly<Record<string, number>> = { read: 1, write: 2, admin: 3 };

/** Namespaces tried for a certificate that names none. */
const VERDICTS_MAX = 200;

interface Question {
  caller: Caller;
  namespaceName: string;
  need: Permission;
  view: DirectoryView;
  now: number;
}

/** The namespace's record when the call is allowed, else the reason to refuse it. */
export function authorize(question: Question): NamespaceRecord | CloudError {
  const outcome = authorizeCaller(question);
  // Only who has a right on the namespace learns by which paths it may be reached.
  if (outcome instanceof CloudError || isReachable(outcome, question.caller)) return outcome;
  return wrongPath(pathOf(question.caller));
}

function isReachable(namespace: NamespaceRecord, caller: Caller): boolean {
  return passesConnectivity(namespace.connectivity, pathOf(caller));
}

function authorizeCaller(question: Question): NamespaceRecord | CloudError {
  const { caller, view, now } = question;
  if (caller.token === undefined && !showsCertificate(caller.peer)) return noCredentials();
  const namespace = view.namespaces.get(question.namespaceName);
  if (caller.token !== undefined) {
    const principal = principalOf(caller.token, view, now);
    if (principal instanceof CloudError) return principal;
    if (namespace === undefined) return unauthorized();
    // A key that the namespace does not take leaves the certificate to decide. The console is open for both kinds.
    if (takesToken(namespace, caller.token)) return authorizePrincipal(principal, namespace, question.need);
  }
  if (namespace?.mtlsEnabled !== true) return unauthorized();
  const refusal = refuseCertificate(caller.peer, namespace, now);
  if (refusal !== undefined) return unauthorized(`certificate ${refusal}`);
  return namespace.suspended ? suspended() : namespace;
}

/** For methods of no namespace: any namespace of the caller, or undefined when it has a right to none. */
export function anyNamespaceOf(
  caller: Caller,
  view: DirectoryView,
  now: number,
): NamespaceRecord | CloudError | undefined {
  const all = namespacesOf(caller, view, now);
  if (all instanceof CloudError) return all;
  for (const namespace of all) return namespace;
  return caller.token === undefined ? unauthorized() : undefined;
}

/** The namespaces on which the caller has a right, as far as one asks; the reason to refuse who is nobody. */
export function namespacesOf(
  caller: Caller,
  view: DirectoryView,
  now: number,
): Iterable<NamespaceRecord> | CloudError {
  if (caller.token === undefined) {
    return showsCertificate(caller.peer) ? namespacesOfCertificate(caller, view, now) : noCredentials();
  }
  const principal = principalOf(caller.token, view, now);
  return principal instanceof CloudError ? principal : namespacesOfPrincipal(principal, caller, view);
}

function* namespacesOfPrincipal(
  principal: PrincipalRecord,
  caller: Caller,
  view: DirectoryView,
): Generator<NamespaceRecord> {
  for (const namespace of view.namespaces.values()) {
    if (rankOn(principal, namespace) > 0 && isReachable(namespace, caller)) yield namespace;
  }
}

function* namespacesOfCertificate(
  caller: Caller,
  view: DirectoryView,
  now: number,
): Generator<NamespaceRecord> {
  const { leaf, intermediates } = caller.peer.certificates;
  const shown = leaf === undefined ? [] : [leaf, ...intermediates];
  let refusals = 0;
  for (const namespace of view.namespaces.values()) {
    if (!namespace.mtlsEnabled || !shown.some(({ issuerDer }) => namespace.mayHaveIssued(issuerDer)))
      continue;
    if (!isReachable(namespace, caller)) continue;
    if (refuseCertificate(caller.peer, namespace, now) === undefined) yield namespace;
    else refusals += 1;
    if (refusals >= VERDICTS_MAX) return;
  }
}

/** For calls without a token, before anything of their request is read. Errors: UNAUTHENTICATED. */
export function requireCredentials(peer: PeerIdentity): void {
  if (!showsCertificate(peer)) throw noCredentials();
}

/** Whether the connection's certificate still has its right on a namespace. */
export function acceptsCertificate(peer: PeerIdentity, namespace: NamespaceRecord, now: number): boolean {
  return namespace.mtlsEnabled && refuseCertificate(peer, namespace, now) === undefined;
}

function showsCertificate(peer: PeerIdentity): boolean {
  return peer.certificates.leaf !== undefined || peer.certificates.refusal !== undefined;
}

function principalOf(token: TokenClaims, view: DirectoryView, now: number): PrincipalRecord | CloudError {
  const refusal = token.kind === "console" ? refuseConsole(token, now) : refuseKey(token, view, now);
  if (refusal !== undefined) return refusal;
  const principal = view.principals.get(token.principalId);
  return principal === undefined || principal.disabled ? badApiKey("its principal is gone") : principal;
}

function refuseConsole(token: ConsoleClaims, now: number): CloudError | undefined {
  return now >= token.expiresAtMs ? badApiKey("outside of its time") : undefined;
}

function refuseKey(token: KeyClaims, view: DirectoryView, now: number): CloudError | undefined {
  if (view.signingKeys.get(token.signingKeyId) !== token.publicJwk) return badApiKey("signing key is gone");
  const key = view.apiKeys.get(token.keyId);
  if (key === undefined) return badApiKey("unknown key");
  const stored = Buffer.from(key.tokenSha256, "hex");
  if (stored.length !== token.tokenSha256.length || !timingSafeEqual(stored, token.tokenSha256)) {
    return badApiKey("not the token that was issued");
  }
  if (key.disabled) return badApiKey("disabled");
  if (now >= Math.min(key.expiresAtMs, token.expiresAtMs) || now < token.notBeforeMs) {
    return badApiKey("outside of its time");
  }
  return key.principalId === token.principalId ? undefined : badApiKey("another principal's");
}

function authorizePrincipal(
  principal: PrincipalRecord,
  namespace: NamespaceRecord,
  need: Permission,
): NamespaceRecord | CloudError {
  const rank = rankOn(principal, namespace);
  if (rank < (RANK[need] ?? Number.POSITIVE_INFINITY)) return unauthorized();
  return namespace.suspended ? suspended() : namespace;
}

function rankOn(principal: PrincipalRecord, namespace: NamespaceRecord): number {
  // Rights never reach beyond the principal's account, whatever its permissions name.
  if (principal.accountId !== namespace.accountId) return 0;
  const permissions = principal.namespacePermissions;
  const own = Object.hasOwn(permissions, namespace.name) ? permissions[namespace.name] : undefined;
  return Math.max(RANK[own ?? ""] ?? 0, RANK[principal.allNamespacesPermission] ?? 0);
}

/** Why the peer's certificate is refused for the namespace, or undefined. The costly part is remembered. */
function refuseCertificate(peer: PeerIdentity, namespace: NamespaceRecord, now: number): string | undefined {
  const { leaf, intermediates, refusal } = peer.certificates;
  if (leaf === undefined) return refusal ?? "was not shown";
  let verdict: ChainVerdict | undefined = peer.verdicts.get(namespace);
  if (verdict === undefined) {
    verdict = verifyClientChain({ leaf, intermediates, authorities: namespace.authorities(), now });
    peer.verdicts.set(namespace, verdict);
  }
  if (verdict.refusal !== undefined) return verdict.refusal;
  if (now < verdict.notBeforeMs || now >= verdict.notAfterMs) return "has expired";
  if (verdict.chain.some((certificate) => namespace.revokedFingerprints.has(certificate.fingerprint))) {
    return "is revoked";
  }
  return passesFilters(leaf.subject, namespace.filters) ? undefined : "passes no certificate filter";
}

function noCredentials(): CloudError {
  return new CloudError("UNAUTHENTICATED", "Present an API key or a client certificate.");
}

/** One text for a namespace that is not there and one that is not the caller's. */
export function unauthorized(internalDetail = "no right"): CloudError {
  return new CloudError(
    "PERMISSION_DENIED",
    "Request unauthorized. Check the namespace's name and that this API key or certificate may use it.",
    { internalDetail },
  );
}

function suspended(): CloudError {
  return new CloudError(
    "PERMISSION_DENIED",
    "The namespace is suspended. Resolve the account's state in the console, then try again.",
  );
}

function wrongPath({ address, linkId }: ConnectionPath): CloudError {
  const path = linkId === undefined ? `from ${address}` : `by the private link ${linkId}`;
  return new CloudError(
    "PERMISSION_DENIED",
    `The namespace's connectivity rules do not let in connections ${path}. Connect by an allowed network path, or ask ` +
      "an administrator to change the rules.",
  );
}
