// Token buckets per principal, account and address, in memory: each API process grants the full rate on its own.
import type { Actor } from "#domain/context";
import type { QuotaName } from "#domain/quotas";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { burstSeconds, rateBucketsMax } from "../limits.ts";

export interface RateLimits {
  /** Takes one request from the principal's and the account's budget. Errors: RESOURCE_EXHAUSTED. */
  takeForActor(actor: Actor): void;
  /** Takes one request from the budget of callers without valid credentials. Errors: RESOURCE_EXHAUSTED. */
  takeForAddress(address: string): void;
  /** Refuses an address that has used up its budget, without taking from it. Errors: RESOURCE_EXHAUSTED. */
  checkAddress(address: string): void;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

interface Subject {
  type: string;
  id: string;
  perSecond: number;
}

/** What an account may do per second, as it is set now. */
export type QuotaLookup = (accountId: string, name: QuotaName) => number;

export interface Rates {
  quotaOf: QuotaLookup;
  /** Calls without valid credentials, per address: sign-up, sign-in, and guessing. */
  addressRequestsPerSecond: number;
}

export function createRateLimits(clock: Clock, { quotaOf, addressRequestsPerSecond }: Rates): RateLimits {
  const buckets = new Map<string, Bucket>();
  const take = (subject: Subject, count: number): void => {
    const bucket = bucketOf(buckets, subject, clock.monotonic());
    if (bucket.tokens < 1) throw exceeded(subject, bucket);
    bucket.tokens -= count;
  };
  const addressSubject = (address: string): Subject => ({
    type: "address",
    id: networkOf(address),
    perSecond: addressRequestsPerSecond,
  });
  return {
    takeForActor(actor) {
      const { accountId } = actor;
      take(principalSubject(actor, quotaOf), 1);
      take(
        { type: "account", id: accountId, perSecond: quotaOf(accountId, "requestsPerSecondPerAccount") },
        1,
      );
    },
    takeForAddress: (address) => take(addressSubject(address), 1),
    checkAddress: (address) => take(addressSubject(address), 0),
  };
}

function principalSubject(actor: Actor, quotaOf: QuotaLookup): Subject {
  const isServiceAccount = actor.principalType === "service_account";
  return {
    type: actor.principalType.replace("_", ""),
    id: actor.principalId,
    perSecond: quotaOf(
      actor.accountId,
      isServiceAccount ? "requestsPerSecondPerServiceAccount" : "requestsPerSecondPerUser",
    ),
  };
}

/** The subject's bucket, filled up to now. The bucket longest unused goes first when there are too many. */
function bucketOf(buckets: Map<string, Bucket>, subject: Subject, now: number): Bucket {
  const key = `${subject.type}:${subject.id}`;
  const capacity = subject.perSecond * burstSeconds;
  const bucket = buckets.get(key) ?? { tokens: capacity, filledAt: now };
  bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.filledAt) / 1000) * subject.perSecond);
  bucket.filledAt = now;
  buckets.delete(key);
  buckets.set(key, bucket);
  if (buckets.size > rateBucketsMax) {
    const [oldest] = buckets.keys();
    if (oldest !== undefined) buckets.delete(oldest);
  }
  return bucket;
}

/** The text is the one that clients of Temporal Cloud know. */
function exceeded(subject: Subject, bucket: Bucket): CloudError {
  const retryAfterMs = Math.ceil(((1 - bucket.tokens) / subject.perSecond) * 1000);
  return new CloudError(
    "RESOURCE_EXHAUSTED",
    `rate limit exceeded for principal type=${subject.type}, id=${subject.id}, please retry later`,
    { retryAfterMs },
  );
}

/** IPv6 callers own at least a /64, so that is what is limited. */
function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!bare.includes(":")) return bare;
  const [head = "", tail = ""] = bare.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const missing = bare.includes("::")
    ? 8 - groups.length - tail.split(":").filter((g) => g !== "").length
    : 0;
  return `${[...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...tail.split(":")].slice(0, 4).join(":")}::/64`;
}
