// What the api says to the gateway in the name of somebody who is signed in to the console: a short-lived token that
// both make and check with a key derived from the installation's internal token. It never leaves these two processes.
import { hkdfSync } from "node:crypto";

export const CONSOLE_TOKEN = {
  algorithm: "HS256",
  /** Fixed, so that neither kind of token passes for the other. */
  type: "cellplane-console+jwt",
  issuer: "cellplane",
  audience: "cellplane-gateway",
} as const;

/** Longer than one relayed call may last, and no longer than a lost right may be of use. */
export const CONSOLE_TOKEN_LIFE_SECONDS = 120;

/** The claims besides those of every JWT (iss, aud, sub = principal, iat, exp). */
export interface ConsoleTokenClaims {
  /** Of the browser, as the api saw it: namespaces' connectivity rules are about this address. */
  address: string;
}

const KEY_BYTES = 32;

export function consoleTokenKey(internalToken: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", internalToken, "", "cellplane console token", KEY_BYTES));
}
