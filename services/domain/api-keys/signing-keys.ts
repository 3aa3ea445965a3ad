// The key pairs that sign API keys: made when the first is needed, sealed at rest, several may verify at a time.
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from "jose";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { API_KEY_TOKEN } from "#shared/api-key-token";

export interface Signer {
  keyId: string;
  privateKey: CryptoKey;
}

const KEY_ID_LENGTH = 12;

/** The key that signs now. The advisory lock keeps two first keys from being made at once. */
export async function currentSigner(
  tx: Transaction,
  context: Pick<DomainContext, "ids" | "clock" | "envelope">,
): Promise<Signer> {
  await lockSigningKeys(tx);
  const row =
    (await tx.signingKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: "desc" } })) ??
    (await makeSigningKey(tx, context));
  const sealed = context.envelope.open(row.sealedPrivateJwk, purposeOf(row.id)).toString("utf8");
  const privateKey = await importJWK(JSON.parse(sealed) as JWK, API_KEY_TOKEN.algorithm);
  if (privateKey instanceof Uint8Array) throw new Error(`signing key ${row.id} is not a key pair`);
  return { keyId: row.id, privateKey };
}

/** One change of the signing keys at a time. */
export async function lockSigningKeys(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('signing-keys', 0))`;
}

export async function makeSigningKey(
  tx: Transaction,
  context: Pick<DomainContext, "ids" | "clock" | "envelope">,
): Promise<{ id: string; sealedPrivateJwk: string }> {
  const id = context.ids.short(KEY_ID_LENGTH);
  const pair = await generateKeyPair(API_KEY_TOKEN.algorithm, { extractable: true });
  const publicJwk = {
    ...(await exportJWK(pair.publicKey)),
    kid: id,
    alg: API_KEY_TOKEN.algorithm,
    use: "sig",
  };
  const privateJwk = JSON.stringify(await exportJWK(pair.privateKey));
  return tx.signingKey.create({
    data: {
      id,
      publicJwk: JSON.stringify(publicJwk),
      sealedPrivateJwk: context.envelope.seal(privateJwk, purposeOf(id)),
      createdAt: new Date(context.clock.now()),
    },
  });
}

/** The public half of a key that still verifies, or undefined. */
export async function verificationKey(
  tx: Transaction,
  keyId: string,
  now: number,
): Promise<CryptoKey | undefined> {
  const columns = { publicJwk: true, refusedAt: true } as const;
  const row = await tx.signingKey.findUnique({ where: { id: keyId }, select: columns });
  if (row === null || (row.refusedAt !== null && row.refusedAt.getTime() <= now)) return undefined;
  const key = await importJWK(JSON.parse(row.publicJwk) as JWK, API_KEY_TOKEN.algorithm);
  return key instanceof Uint8Array ? undefined : key;
}

function purposeOf(keyId: string): string {
  return `signing-key:${keyId}`;
}
