// Verifies a client's certificate chain against a tenant's own authorities, in our code: the TLS layer's verdict is
// about the listener, never about the tenant. Pure: it takes the time as an argument and does no I/O.
import { x509 } from "./x509.ts";
import type { PkiCertificate } from "./pki-certificate.ts";

/** The longest chain, leaf and root included. */
const CHAIN_LENGTH_MAX = 8;
/** Signature checks spent on one chain; bounds what crafted intermediates can cost. */
const SIGNATURE_CHECKS_MAX = 40;
const CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
const SIGNING_USES = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyAgreement;

export interface ChainVerdict {
  /** Why the chain is refused; undefined when it is accepted. */
  refusal: string | undefined;
  /** The accepted chain is valid in this interval only. */
  notBeforeMs: number;
  notAfterMs: number;
  /** The certificates of the accepted chain, leaf first. */
  chain: readonly PkiCertificate[];
}

export interface ChainInput {
  leaf: PkiCertificate;
  /** What the client sent beside its leaf; trusted with nothing. */
  intermediates: readonly PkiCertificate[];
  /** The tenant's bundle: a chain must end at a self-signed certificate of it. */
  authorities: readonly PkiCertificate[];
  now: number;
}

export function verifyClientChain(input: ChainInput): ChainVerdict {
  const leafRefusal = refuseLeaf(input.leaf) ?? refuseAny(input.leaf, input.now);
  if (leafRefusal !== undefined) return refused(leafRefusal);
  const search = { checksLeft: SIGNATURE_CHECKS_MAX, refusal: undefined as string | undefined };
  const chain = extend([input.leaf], input, search);
  if (chain === undefined) return refused(search.refusal ?? "is not issued by an accepted authority");
  return {
    refusal: undefined,
    notBeforeMs: Math.max(...chain.map((certificate) => certificate.notBeforeMs)),
    notAfterMs: Math.min(...chain.map((certificate) => certificate.notAfterMs)),
    chain,
  };
}

/** Depth first: the chain extended to a self-signed authority, or undefined. */
function extend(
  chain: readonly PkiCertificate[],
  input: ChainInput,
  search: { checksLeft: number; refusal: string | undefined },
): readonly PkiCertificate[] | undefined {
  const last = chain.at(-1);
  if (last === undefined || chain.length >= CHAIN_LENGTH_MAX) return undefined;
  for (const issuer of [...input.authorities, ...input.intermediates]) {
    if (chain.some((certificate) => certificate.fingerprint === issuer.fingerprint)) continue;
    if (!last.node.checkIssued(issuer.node)) continue;
    const refusal = refuseIssuer(issuer, chain, input.now);
    if (refusal !== undefined) {
      search.refusal ??= `its issuer ${refusal}`;
      continue;
    }
    search.checksLeft -= 1;
    if (search.checksLeft < 0 || !last.node.verify(issuer.node.publicKey)) continue;
    const extended = [...chain, issuer];
    if (isRoot(issuer) && input.authorities.includes(issuer)) return extended;
    const found = extend(extended, input, search);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRoot(certificate: PkiCertificate): boolean {
  return certificate.isSelfIssued && certificate.node.verify(certificate.node.publicKey);
}

function refuseLeaf(leaf: PkiCertificate): string | undefined {
  if (leaf.isCa) return "is an authority, not a client certificate";
  if (leaf.keyUsage !== undefined && (leaf.keyUsage & SIGNING_USES) === 0) {
    return "may not be used for digital signatures";
  }
  return leaf.signatureRefusal;
}

function refuseIssuer(
  issuer: PkiCertificate,
  chain: readonly PkiCertificate[],
  now: number,
): string | undefined {
  if (!issuer.isCa) return "is not an authority";
  if (issuer.keyUsage !== undefined && (issuer.keyUsage & x509.KeyUsageFlags.keyCertSign) === 0) {
    return "may not sign certificates";
  }
  // The leaf does not count, nor do certificates that an authority issued to itself.
  const below = chain.slice(1).filter((certificate) => !certificate.isSelfIssued).length;
  if (issuer.pathLength !== undefined && below > issuer.pathLength) return "allows no chain of this length";
  // A root's signature on itself proves nothing and may be of any age.
  if (!issuer.isSelfIssued && issuer.signatureRefusal !== undefined) return issuer.signatureRefusal;
  return refuseAny(issuer, now);
}

/** What holds for every certificate of a chain. */
function refuseAny(certificate: PkiCertificate, now: number): string | undefined {
  if (!certificate.isVersion3) return "is not an X.509 version 3 certificate";
  if (now < certificate.notBeforeMs) return "is not valid yet";
  if (now >= certificate.notAfterMs) return "has expired";
  if (certificate.extendedKeyUsage !== undefined && !certificate.extendedKeyUsage.includes(CLIENT_AUTH)) {
    return "is not for client authentication";
  }
  return certificate.extensionRefusal ?? certificate.keyRefusal;
}

function refused(refusal: string): ChainVerdict {
  return { refusal, notBeforeMs: 0, notAfterMs: 0, chain: [] };
}
