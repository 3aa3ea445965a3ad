// Time-based one-time codes as authenticator apps make them: RFC 6238 with SHA-1, 30 seconds and 6 digits, which is what
// all of them can do. Pure.
import { createHmac, timingSafeEqual } from "node:crypto";

export const STEP_MS = 30_000;
const DIGITS = 6;
/** Clocks of phones differ, and typing takes time: the steps before and after the present one are good too. */
const STEPS_APART = [0, -1, 1];
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code of a step: the number of half minutes since 1970. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  const number = (hash.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

/** The step whose code this is, if it is later than the last one taken; else undefined. */
export function stepOfCode(
  secret: Buffer,
  code: string,
  when: { now: number; lastStep: number },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const present = Math.floor(when.now / STEP_MS);
  return STEPS_APART.map((apart) => present + apart).find(
    (step) => step > when.lastStep && timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)),
  );
}

/** RFC 4648 without padding, as apps take secrets that are typed. */
export function toBase32(bytes: Buffer): string {
  let [text, bits, held] = ["", 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32.charAt((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? text : text + BASE32.charAt((held << (5 - bits)) & 31);
}

/** What an app reads from a QR code. */
export function otpauthUri(account: { email: string; secret: Buffer }): string {
  const label = encodeURIComponent(`Cellplane:${account.email}`);
  return `otpauth://totp/${label}?secret=${toBase32(account.secret)}&issuer=Cellplane&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`;
}
