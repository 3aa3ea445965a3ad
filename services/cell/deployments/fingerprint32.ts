// FarmHash's Fingerprint32, as Temporal's server uses it to spread workflows over a ramp: the same workflow id must fall
// on the same side of the same percentage on any server. All arithmetic is modulo 2^32.

const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;
const ADDEND = 0xe6546b64;
const SEED = 9;
/** Longest text of each way to hash. */
const TINY_MAX = 4;
const SHORT_MAX = 12;
const MEDIUM_MAX = 24;
const BLOCK = 20;

export function fingerprint32(text: string): number {
  const bytes = Buffer.from(text);
  const { length } = bytes;
  if (length <= TINY_MAX) return tiny(bytes);
  if (length <= SHORT_MAX) return short(bytes);
  return length <= MEDIUM_MAX ? medium(bytes) : long(bytes);
}

function tiny(bytes: Buffer): number {
  let b = 0;
  let c = SEED;
  for (let place = 0; place < bytes.length; place += 1) {
    b = (Math.imul(b, C1) + bytes.readInt8(place)) | 0;
    c ^= b;
  }
  return finalMix(mix(b, mix(bytes.length, c)));
}

function short(bytes: Buffer): number {
  const { length } = bytes;
  const a = (length + word(bytes, 0)) | 0;
  const b = (length * 5 + word(bytes, length - 4)) | 0;
  const c = (SEED + word(bytes, (length >> 1) & 4)) | 0;
  return finalMix(mix(c, mix(b, mix(a, length * 5))));
}

function medium(bytes: Buffer): number {
  const { length } = bytes;
  const half = length >> 1;
  const c = word(bytes, length - 8);
  const f = word(bytes, length - 4);
  let a = (rotate(word(bytes, half - 4), 12) + f) | 0;
  let h = (Math.imul(word(bytes, half), C1) + length) | 0;
  h = (mix(c, h) + a) | 0;
  a = (rotate(a, 3) + c) | 0;
  h = (mix(word(bytes, 0), h) + a) | 0;
  a = (rotate((a + f) | 0, 12) + word(bytes, half)) | 0;
  h = (mix(word(bytes, 4), h) + a) | 0;
  return finalMix(h);
}

function long(bytes: Buffer): number {
  const { length } = bytes;
  const tail = (distance: number): number =>
    Math.imul(rotate(Math.imul(word(bytes, length - distance), C1), 17), C2);
  let h = stir(stir(length ^ tail(4)) ^ tail(16));
  let g = stir(stir(Math.imul(C1, length) ^ tail(8)) ^ tail(12));
  let f = (rotate((Math.imul(C1, length) + tail(20)) | 0, 19) + 113) | 0;
  for (let from = 0; length - from > BLOCK; from += BLOCK) {
    const a = word(bytes, from);
    const b = word(bytes, from + 4);
    const c = word(bytes, from + 8);
    const d = word(bytes, from + 12);
    const e = word(bytes, from + 16);
    h = (mix(d, (h + a) | 0) + e) | 0;
    g = (mix(c, (g + b) | 0) + a) | 0;
    f = (mix((b + Math.imul(e, C1)) | 0, (f + c) | 0) + d) | 0;
    f = (f + g) | 0;
    g = (g + f) | 0;
  }
  const spread = (value: number): number => Math.imul(rotate(Math.imul(rotate(value, 11), C1), 17), C1);
  h = Math.imul(rotate(stir((h + spread(g)) | 0), 17), C1);
  h = Math.imul(rotate(stir((h + spread(f)) | 0), 17), C1);
  return h >>> 0;
}

function word(bytes: Buffer, at: number): number {
  return bytes.readInt32LE(at);
}

function rotate(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function stir(value: number): number {
  return (Math.imul(rotate(value, 19), 5) + ADDEND) | 0;
}

function mix(a: number, h: number): number {
  return stir(h ^ Math.imul(rotate(Math.imul(a, C1), 17), C2));
}

function finalMix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
