// The PROXY protocol's header: what each part tells, and that nothing broken is believed.
import { expect, test } from "vitest";
import { readProxyHeader } from "./proxy-header.ts";

const SIGNATURE = "0d0a0d0a000d0a515549540a";

function header(options: { command?: string; family?: string; body?: string; length?: number }): Buffer {
  const { command = "21", family = "11", body = "" } = options;
  const length = (options.length ?? body.length / 2).toString(16).padStart(4, "0");
  return Buffer.from(SIGNATURE + command + family + length + body, "hex");
}

const IPV4 = "cb007107c6336405c0de1c20";
const IPV6 = `20010db8${"0".repeat(20)}0005${"0".repeat(32)}c0de1c20`;
const field = (type: string, value: string): string =>
  type + (value.length / 2).toString(16).padStart(4, "0") + value;

test("it tells the client's IPv4 address", () => {
  const bytes = header({ body: IPV4 });
  expect(readProxyHeader(bytes)).toEqual({
    length: bytes.length,
    sourceAddress: "203.0.113.7",
    linkId: undefined,
  });
});

test("it tells the client's IPv6 address", () => {
  expect(readProxyHeader(header({ family: "21", body: IPV6 }))).toMatchObject({
    sourceAddress: "2001:db8:0:0:0:0:0:5",
  });
});

test.each([
  [
    "AWS",
    field("ea", `01${Buffer.from("vpce-08d2bf15fac5001c9").toString("hex")}`),
    "vpce-08d2bf15fac5001c9",
  ],
  ["Azure", field("ee", "0178563412"), String(0x12345678)],
  ["Google Cloud", field("e0", "0123456789abcdef"), String(0x0123456789abcdefn)],
])("it tells the private link of %s, whatever other fields there are", (_, link, linkId) => {
  const body = IPV4 + field("04", "0000") + link + field("02", "6578");
  expect(readProxyHeader(header({ body }))).toMatchObject({ sourceAddress: "203.0.113.7", linkId });
});

test.each([
  ["of another subtype", field("ea", "0276706365")],
  ["that is too short", field("ee", "01785634")],
  ["that is too long", field("e0", "0123456789abcdef00")],
])("a link %s is none", (_, link) => {
  expect(readProxyHeader(header({ body: IPV4 + link }))).toMatchObject({ linkId: undefined });
});

test("a proxy's own connection tells nothing of a client", () => {
  expect(readProxyHeader(header({ command: "20", family: "00" }))).toEqual({
    length: 16,
    sourceAddress: undefined,
    linkId: undefined,
  });
});

test("as long as bytes are missing there is no verdict, and what follows does not count", () => {
  const whole = header({ body: IPV4 });
  for (let length = 0; length < whole.length; length += 1) {
    expect(readProxyHeader(whole.subarray(0, length))).toBeUndefined();
  }
  expect(readProxyHeader(Buffer.concat([whole, Buffer.from("next")]))).toMatchObject({
    length: whole.length,
  });
});

test.each([
  ["TLS", Buffer.from("1603010200010001fc0303", "hex")],
  ["version 1", Buffer.from("PROXY TCP4 203.0.113.7 198.51.100.5 1 2\r\n")],
  ["another version", header({ command: "31", body: IPV4 })],
  ["an unknown command", header({ command: "22", body: IPV4 })],
  ["a family without addresses", header({ family: "31", body: IPV4 })],
  ["a body shorter than its addresses", header({ body: IPV4.slice(2) })],
  ["a cut field", header({ body: `${IPV4}ea0005` })],
  ["a length beyond all measure", header({ body: IPV4, length: 0xffff })],
])("%s is no header", (_, bytes) => {
  expect(readProxyHeader(bytes)).toBe("none");
});
