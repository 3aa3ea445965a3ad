// The tokens by which the gateway knows for whom the api calls: made here, kept for about a minute, shown to nobody else.
import { SignJWT } from "jose";
import type { Clock } from "#shared/clock";
import { CONSOLE_TOKEN, CONSOLE_TOKEN_LIFE_SECONDS, consoleTokenKey } from "#shared/console-token";
import { consoleTokensMax, consoleTokenUseMs } from "../limits.ts";

/** Who is at which browser. */
export interface ConsoleCaller {
  principalId: string;
  remoteAddress: string;
}

export type ConsoleTokens = (caller: ConsoleCaller) => Promise<string>;

export function createConsoleTokens(clock: Clock, internalToken: string): ConsoleTokens {
  const key = consoleTokenKey(internalToken);
  const made = new Map<string, { token: Promise<string>; useUntil: number }>();
  return (caller) => {
    const now = clock.now();
    const name = `${caller.principalId} ${caller.remoteAddress}`;
    const known = made.get(name);
    if (known !== undefined && now < known.useUntil) return known.token;
    made.delete(name);
    const [oldest] = made.keys();
    if (made.size >= consoleTokensMax && oldest !== undefined) made.delete(oldest);
    const token = sign(caller, key, now);
    made.set(name, { token, useUntil: now + consoleTokenUseMs });
    return token;
  };
}

function sign({ principalId, remoteAddress }: ConsoleCaller, key: Uint8Array, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ address: plainAddress(remoteAddress) })
    .setProtectedHeader({ alg: CONSOLE_TOKEN.algorithm, typ: CONSOLE_TOKEN.type })
    .setIssuer(CONSOLE_TOKEN.issuer)
    .setAudience(CONSOLE_TOKEN.audience)
    .setSubject(principalId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + CONSOLE_TOKEN_LIFE_SECONDS)
    .sign(key);
}

/** IPv4 in its own form, as connectivity rules name it. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
