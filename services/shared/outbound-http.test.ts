// L5: which addresses a customer may make us call.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { checkOutboundUrl, outboundPolicy, sendOutbound } from "./outbound-http.ts";

const NOBODY = outboundPolicy("");

const INSIDE = [
  "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://017700000001/",
  "https://0177.0.0.1/", "https://0x7f.1/", "https://127.0.0.1.:443/", "https://0.0.0.0/", "https://0/",
  "https://10.0.0.1/", "https://10.1/", "https://172.16.0.1/", "https://172.31.255.255/", "https://192.168.1.1/",
  "https://192.168.257/", "https://169.254.169.254/latest/meta-data/", "https://2852039166/",
  "https://0xA9FEA9FE/", "https://169.254.1.1/", "https://100.64.0.1/", "https://100.127.255.254/",
  "https://192.0.0.1/", "https://198.18.0.1/", "https://224.0.0.1/", "https://240.0.0.1/",
  "https://255.255.255.255/", "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/", "https://[::ffff:169.254.169.254]/", "https://[::127.0.0.1]/",
  "https://[fe80::1]/", "https://[fc00::1]/", "https://[fd12:3456::1]/", "https://[fec0::1]/",
  "https://[ff02::1]/", "https://[64:ff9b::7f00:1]/", "https://[64:ff9b::a9fe:a9fe]/", "https://[2002:7f00:1::]/",
  "https://[2001:0:7f00:1::]/", "https://[100::1]/", "https://[2001:db8::1]/", "https://localhost/",
  "https://LOCALHOST/", "https://localhost./", "https://a.localhost/", "https://metadata.google.internal/",
  "https://printer.local/", "https://①②⑦.⓪.⓪.①/", "https://127。0。0。1/",
]; // prettier-ignore

const MALFORMED = [
  "", "example.com", "//example.com/", "/hook", "http://example.com/", "ftp://example.com/", "file:///etc/passwd",
  "gopher://example.com/", "javascript:alert(1)", "data:text/plain,x", "https://", "https://user@example.com/",
  "https://user:password@example.com/", "https://example.com:99999/", "https://exa mple.com/",
  `https://example.com/${"x".repeat(2_000)}`,
]; // prettier-ignore

describe("the URL of an outgoing call", () => {
  it.each(INSIDE)("is refused when it is inside: %s", (url) => {
    expect(() => checkOutboundUrl(url, NOBODY)).toThrow("private network");
  });

  it.each(MALFORMED)("is refused when it is no https URL: %j", (url) => {
    expect(() => checkOutboundUrl(url, NOBODY)).toThrow("The URL must");
  });

  it.each(["https://example.com/hook?a=1", "https://8.8.8.8:8443/", "https://[2606:4700::1111]/"])(
    "is taken when it is outside: %s",
    (url) => {
      expect(checkOutboundUrl(url, NOBODY).href).toBe(url);
    },
  );

  it("may be an origin that the operator allows, and no other port or scheme of it", () => {
    const policy = outboundPolicy("http://127.0.0.1:9000, https://10.0.0.1");
    expect(checkOutboundUrl("http://127.0.0.1:9000/x", policy).pathname).toBe("/x");
    expect(checkOutboundUrl("https://10.0.0.1:443/x", policy).pathname).toBe("/x");
    for (const url of ["http://127.0.0.1:9001/", "https://127.0.0.1:9000/", "https://10.0.0.1:444/"])
      expect(() => checkOutboundUrl(url, policy), url).toThrow("The URL must");
    expect(() => outboundPolicy("127.0.0.1:9000")).toThrow("Not an origin");
  });
});

describe("an outgoing call", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
    const started = createServer(answer as never);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
  }
  const call = (url: string, policy = outboundPolicy(new URL(url).origin), timeoutMs = 20_000) =>
    sendOutbound({ url, headers: {}, body: "x", timeoutMs }, policy);

  it("answers with status and body, and does not follow a redirect", async () => {
    const origin = await serve((_request, response) =>
      response.writeHead(302, { location: "http://127.0.0.1:1/", "content-type": "text/plain" }).end("there"),
    );
    expect(await call(`${origin}/a`)).toEqual({ status: 302, body: "there", contentType: "text/plain" });
  });

  it("is refused for a name that resolves to the inside", async () => {
    await expect(call("https://localtest.invalid/", NOBODY)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(call("https://ip6-localhost/", NOBODY)).rejects.toMatchObject({
      code: expect.stringMatching(/INVALID_ARGUMENT|UNAVAILABLE/) as string,
    });
  });

  it("ends at its deadline and at too large an answer", async () => {
    const silent = await serve(() => undefined);
    await expect(call(silent, undefined, 50)).rejects.toMatchObject({ code: "DEADLINE_EXCEEDED" });
    server?.closeAllConnections();
    server?.close();
    const endless = await serve((_request, response) => response.end("y".repeat(300_000)));
    await expect(call(endless)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});
