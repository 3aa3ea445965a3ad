// Password hashes: argon2id with the parameters OWASP gives as a minimum. Hashing costs memory and CPU by design, so
// only a few run at once and only a few wait; the rest are told to come back.
import { hash, verify } from "@node-rs/argon2";
import { CloudError } from "#shared/errors";

/** Argon2id is the package's default. */
const PARAMETERS = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

const HASHES_AT_ONCE_MAX = 2;
const HASHES_WAITING_MAX = 100;
const RETRY_AFTER_MS = 2_000;

export function hashPassword(password: string): Promise<string> {
  return withSlot(() => hash(password.normalize("NFKC"), PARAMETERS));
}

/**
 * Whether the password fits. Without a stored hash (an unknown person) the same work is done against a hash of
 * nothing, so that the time does not tell who exists; the answer is then always false.
 */
export async function verifyPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  const against = storedHash ?? (await decoyHash());
  const fits = await withSlot(() => verify(against, password.normalize("NFKC")));
  return fits && storedHash !== undefined;
}

let decoy: Promise<string> | undefined;

function decoyHash(): Promise<string> {
  return (decoy ??= hash("a password of nobody", PARAMETERS));
}

// The slots belong to the process, because so do the memory and the threads that they protect.
let running = 0;
const waiting: (() => void)[] = [];

async function withSlot<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= HASHES_AT_ONCE_MAX) {
    if (waiting.length >= HASHES_WAITING_MAX) {
      throw new CloudError("RESOURCE_EXHAUSTED", "Too many people are signing in. Try again in a moment.", {
        retryAfterMs: RETRY_AFTER_MS,
      });
    }
    // The slot is handed over by the one that frees it, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
