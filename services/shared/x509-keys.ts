// Which public keys and signatures the cloud accepts in certificates and requests: strong enough, and small enough to verify.
import type { x509 } from "./x509.ts";

const RSA_BITS_MIN = 2048;
const RSA_BITS_MAX = 8192;
const CURVES = new Set(["P-256", "P-384"]);
const HASHES = new Set(["SHA-256", "SHA-384", "SHA-512"]);
const HASHED_SIGNATURES = new Set(["RSASSA-PKCS1-v1_5", "RSA-PSS", "ECDSA"]);

/** Why a public key is refused, or undefined when it is accepted. */
export function keyRefusal(key: x509.PublicKey): string | undefined {
  const algorithm = key.algorithm as { name: string; modulusLength?: number; namedCurve?: string };
  if (algorithm.name === "Ed25519") return undefined;
  if (algorithm.name.startsWith("RSA")) {
    const bits = algorithm.modulusLength ?? 0;
    if (bits < RSA_BITS_MIN) return `has an RSA key of ${bits} bits; at least ${RSA_BITS_MIN} are required`;
    if (bits > RSA_BITS_MAX) return `has an RSA key of ${bits} bits; at most ${RSA_BITS_MAX} are accepted`;
    return undefined;
  }
  if (algorithm.name === "ECDSA" || algorithm.name === "EC") {
    const curve = algorithm.namedCurve ?? "unknown";
    return CURVES.has(curve) ? undefined : `has a key on curve ${curve}; P-256 and P-384 are accepted`;
  }
  return "has a key that is neither RSA, ECDSA nor Ed25519";
}

/** Why a signature's algorithm is refused, or undefined when it is accepted. */
export function signatureRefusal(signed: { signatureAlgorithm: unknown }): string | undefined {
  const algorithm = signed.signatureAlgorithm as { name: string; hash?: { name: string } };
  if (algorithm.name === "Ed25519") return undefined;
  const isStrong = HASHED_SIGNATURES.has(algorithm.name) && HASHES.has(algorithm.hash?.name ?? "");
  return isStrong ? undefined : "is not signed with SHA-256 or stronger";
}
