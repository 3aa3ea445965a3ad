// HPACK against the examples of RFC 7541, appendix C, and against itself on random lists.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HpackDecoder } from "./hpack-decoder.ts";
import { blockBytesMax, HpackEncoder } from "./hpack-encoder.ts";

const LIST_BYTES_MAX = 1_000_000;

function decodeHex(decoder: HpackDecoder, hex: string): string[] {
  const bytes = Buffer.from(hex.replaceAll(" ", ""), "hex");
  return decoder.decode(bytes, 0, bytes.length, LIST_BYTES_MAX).headers;
}

function encodeHex(encoder: HpackEncoder, headers: string[]): string {
  const out = Buffer.alloc(blockBytesMax(headers));
  return out.subarray(0, encoder.encode(headers, out, 0)).toString("hex");
}

const GET = [":method", "GET", ":scheme", "http", ":path", "/", ":authority", "www.example.com"];
const REQUESTS = [
  GET,
  [...GET, "cache-control", "no-cache"],
  [
    ":method",
    "GET",
    ":scheme",
    "https",
    ":path",
    "/index.html",
    ":authority",
    "www.example.com",
    "custom-key",
    "custom-value",
  ],
];
const RESPONSES = [
  [
    ":status",
    "302",
    "cache-control",
    "private",
    "date",
    "Mon, 21 Oct 2013 20:13:21 GMT",
    "location",
    "https://www.example.com",
  ],
  [
    ":status",
    "307",
    "cache-control",
    "private",
    "date",
    "Mon, 21 Oct 2013 20:13:21 GMT",
    "location",
    "https://www.example.com",
  ],
];

describe("RFC 7541 appendix C", () => {
  test("C.2: the four literal forms and the indexed form decode", () => {
    const decoder = (): HpackDecoder => new HpackDecoder(4096);
    expect(decodeHex(decoder(), "400a637573746f6d2d6b65790d637573746f6d2d686561646572")).toEqual([
      "custom-key",
      "custom-header",
    ]);
    expect(decodeHex(decoder(), "040c2f73616d706c652f70617468")).toEqual([":path", "/sample/path"]);
    expect(decodeHex(decoder(), "100870617373776f726406736563726574")).toEqual(["password", "secret"]);
    expect(decodeHex(decoder(), "82")).toEqual([":method", "GET"]);
  });

  const plain = [
    "828684410f7777772e6578616d706c652e636f6d",
    "828684be58086e6f2d6361636865",
    "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
  ];
  const huffman = [
    "828684418cf1e3c2e5f23a6ba0ab90f4ff",
    "828684be5886a8eb10649cbf",
    "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
  ];
  test.each([
    ["C.3", plain, false],
    ["C.4", huffman, true],
  ])("%s: requests decode and encode to the same octets", (_name, blocks, useHuffman) => {
    const decoder = new HpackDecoder(4096);
    const encoder = new HpackEncoder(4096, { isRepeating: () => true, huffman: useHuffman });
    blocks.forEach((hex, index) => {
      expect(decodeHex(decoder, hex)).toEqual(REQUESTS[index]);
      expect(encodeHex(encoder, REQUESTS[index] ?? [])).toBe(hex);
    });
  });

  test("C.6: responses with Huffman code and eviction from a table of 256 octets", () => {
    const decoder = new HpackDecoder(256);
    const encoder = new HpackEncoder(256, { isRepeating: () => true, huffman: true });
    const blocks = [
      "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3",
      "4883640effc1c0bf",
    ];
    blocks.forEach((hex, index) => {
      expect(decodeHex(decoder, hex)).toEqual(RESPONSES[index]);
      expect(encodeHex(encoder, RESPONSES[index] ?? [])).toBe(hex);
    });
  });
});

describe("HPACK on hostile input", () => {
  test.each([
    ["index 0", "80"],
    ["an index beyond the table", "ff00"],
    ["an endless integer", "ffffffffffffff"],
    ["a string longer than the block", "400a6375"],
    ["a missing value", "400a637573746f6d2d6b6579"],
    ["Huffman padding of zeros", "418c f1e3c2e5f23a6ba0ab90f400"],
    ["Huffman padding of eight bits", "4182 1fff"],
    ["the end-of-string symbol", "4184 ffffffff"],
    ["a table larger than allowed", "3fe21f"],
    ["a table size update after a header", "8220"],
  ])("%s is a compression error", (_name, hex) => {
    expect(() => decodeHex(new HpackDecoder(4096), hex)).toThrow(/HPACK/);
  });

  test("a list above the limit is marked and cut, and the table still follows", () => {
    const decoder = new HpackDecoder(4096);
    const encoder = new HpackEncoder(4096, { isRepeating: () => true });
    const headers = ["a", "1".repeat(60), "b", "2".repeat(60)];
    const block = Buffer.from(encodeHex(encoder, headers), "hex");
    const cut = decoder.decode(block, 0, block.length, 100);
    expect(cut).toMatchObject({ isTooLarge: true, headers: ["a", "1".repeat(60)] });
    expect(decodeHex(decoder, encodeHex(encoder, headers))).toEqual(headers);
  });

  test.each([["Upper"], ["with space"], [""], ["né"]])(
    "the name %j is malformed, also when indexed",
    (name) => {
      const decoder = new HpackDecoder(4096);
      const encoder = new HpackEncoder(4096, { isRepeating: () => true });
      for (let round = 0; round < 2; round += 1) {
        const block = Buffer.from(encodeHex(encoder, [name, "x"]), "hex");
        expect(decoder.decode(block, 0, block.length, 1000).isMalformed).toBe(true);
      }
    },
  );

  test.each([["a\r\nb"], ["\0"], ["a\nb"], ["\x7f"]])("the value %j is malformed", (value) => {
    const block = Buffer.from(encodeHex(new HpackEncoder(4096), ["name", value]), "hex");
    expect(new HpackDecoder(4096).decode(block, 0, block.length, 1000).isMalformed).toBe(true);
  });

  test("random octets never do worse than a compression error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        const bytes = Buffer.from(octets);
        try {
          new HpackDecoder(4096).decode(bytes, 0, bytes.length, 1000);
        } catch (error) {
          expect(error).toMatchObject({ name: "ConnectionFault", code: 9 });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test("what the encoder writes, the decoder reads, over many blocks and table sizes", () => {
  const names = fc.constantFrom("te", "user-agent", "temporal-namespace", "x-a", "x-b", ":path");
  const values = fc.oneof(
    fc.string({ maxLength: 300 }).map((text) => text.replace(/[^\x20-\x7e]/g, "~")),
    fc.constantFrom("trailers", "a"),
  );
  const list = fc.array(fc.tuple(names, values), { maxLength: 12 }).map((pairs) => pairs.flat());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(list, fc.option(fc.integer({ min: 0, max: 4096 }))), { maxLength: 20 }),
      fc.boolean(),
      (blocks, huffman) => {
        const encoder = new HpackEncoder(4096, { huffman });
        const decoder = new HpackDecoder(4096);
        for (const [headers, size] of blocks) {
          if (size !== null) encoder.resize(size);
          expect(decodeHex(decoder, encodeHex(encoder, headers))).toEqual(headers);
        }
      },
    ),
    { numRuns: 300 },
  );
});
