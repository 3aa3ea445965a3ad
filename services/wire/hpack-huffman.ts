// HPACK's Huffman code (RFC 7541, appendix B). The code is canonical, so the lengths alone define it; decoding walks
// a table that takes four bits a step.

/** Code length of each octet, then of the end-of-string symbol. */
const CODE_LENGTHS = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7,
  8, 15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19,
  13, 14, 6, 15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13,
  28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21,
  22, 23, 22, 23, 23, 24, 22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23,
  22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25,
  19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25,
  25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30,
];
const END_OF_STRING = 256;
const PADDING_BITS_MAX = 7;

interface Code {
  bits: number;
  length: number;
}

function canonicalCodes(): Code[] {
  const symbols = CODE_LENGTHS.map((length, symbol) => ({ length, symbol }));
  symbols.sort((a, b) => a.length - b.length || a.symbol - b.symbol);
  const codes: Code[] = new Array<Code>(symbols.length);
  let bits = 0;
  let last = symbols[0]?.length ?? 0;
  for (const { length, symbol } of symbols) {
    bits *= 2 ** (length - last);
    last = length;
    codes[symbol] = { bits, length };
    bits += 1;
  }
  return codes;
}

const CODES = canonicalCodes();

interface Node {
  id: number;
  children: (Node | number | undefined)[];
  /** Whether a string may end here: fewer than 8 bits from the root, all ones. */
  accepting: boolean;
}

function codeTree(): Node[] {
  const nodes: Node[] = [{ id: 0, children: [], accepting: true }];
  CODES.forEach(({ bits, length }, symbol) => {
    let node = nodes[0];
    for (let bit = length - 1; bit >= 0 && node !== undefined; bit -= 1) {
      const branch = Math.floor(bits / 2 ** bit) % 2;
      if (bit === 0) {
        node.children[branch] = symbol;
        break;
      }
      let next: Node | number | undefined = node.children[branch];
      if (next === undefined) {
        const depth = length - bit;
        const accepting = node.accepting && branch === 1 && depth <= PADDING_BITS_MAX;
        next = { id: nodes.length, children: [], accepting };
        nodes.push(next);
        node.children[branch] = next;
      }
      node = typeof next === "number" ? undefined : next;
    }
  });
  return nodes;
}

const FAILED = -1;
/** By state * 16 + nibble: next state * 512 + emitted octet (256 = none), or FAILED. */
const STEPS = new Int32Array(256 * 16);
const ACCEPTING: boolean[] = [];

function fillSteps(): void {
  const nodes = codeTree();
  for (const node of nodes) {
    ACCEPTING[node.id] = node.accepting;
    for (let nibble = 0; nibble < 16; nibble += 1) STEPS[node.id * 16 + nibble] = step(nodes, node, nibble);
  }
}

function step(nodes: readonly Node[], from: Node, nibble: number): number {
  let node: Node | undefined = from;
  let emitted = 256;
  for (let bit = 3; bit >= 0; bit -= 1) {
    const next: Node | number | undefined = node?.children[(nibble >> bit) & 1];
    if (next === undefined || next === END_OF_STRING) return FAILED;
    if (typeof next === "number") {
      emitted = next;
      node = nodes[0];
    } else {
      node = next;
    }
  }
  return (node?.id ?? 0) * 512 + emitted;
}

fillSteps();

let scratch = Buffer.allocUnsafeSlow(4096);

/** The decoded string (latin1), or undefined when the code or its padding is wrong. */
export function huffmanDecode(bytes: Buffer, start: number, end: number): string | undefined {
  // The shortest code has 5 bits, so 8 octets of code give at most 12.8 octets of text.
  const room = Math.ceil(((end - start) * 8) / 5) + 1;
  if (scratch.length < room) scratch = Buffer.allocUnsafeSlow(room);
  let state = 0;
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const octet = bytes[at] ?? 0;
    let packed = STEPS[state * 16 + (octet >> 4)] ?? FAILED;
    if (packed === FAILED) return undefined;
    if ((packed & 511) !== 256) scratch[length++] = packed & 255;
    packed = STEPS[(packed >> 9) * 16 + (octet & 15)] ?? FAILED;
    if (packed === FAILED) return undefined;
    if ((packed & 511) !== 256) scratch[length++] = packed & 255;
    state = packed >> 9;
  }
  return ACCEPTING[state] === true ? scratch.toString("latin1", 0, length) : undefined;
}

/** Octets of the code for a latin1 string. */
export function huffmanLength(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits += CODES[text.charCodeAt(at) & 255]?.length ?? 0;
  return (bits + 7) >> 3;
}

/** Writes the code of `text` at `at`, padded with ones; returns the offset after it. */
export function huffmanEncode(text: string, out: Buffer, at: number): number {
  let pending = 0;
  let pendingBits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = CODES[text.charCodeAt(index) & 255];
    if (code === undefined) continue;
    // At most 7 pending bits and 30 new ones: beyond 32-bit operators, so this is arithmetic on doubles.
    pending = pending * 2 ** code.length + code.bits;
    pendingBits += code.length;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      const octet = Math.floor(pending / 2 ** pendingBits);
      out[at++] = octet;
      pending -= octet * 2 ** pendingBits;
    }
  }
  if (pendingBits > 0) out[at++] = pending * 2 ** (8 - pendingBits) + (2 ** (8 - pendingBits) - 1);
  return at;
}
