// The table of connectivity rules: each broken rule gives INVALID_ARGUMENT naming its field, and good ones are kept whole.
import { describe, expect, it } from "vitest";
import { parseRule } from "./parse-rule.ts";
import { parseSourceCidrs } from "./source-cidrs.ts";

const PROVIDERS: Record<string, string> = {
  "aws-us-east-1": "aws",
  "gcp-us-central1": "gcp",
  "azure-eastus": "azure",
};
const providerOf = (region: string): string | undefined => PROVIDERS[region];
const aws = { connectionId: "vpce-0123456789abcdef0", region: "aws-us-east-1" };
const gcp = { connectionId: "12345678901234567", gcpProjectId: "my-project-1", region: "gcp-us-central1" };
const PE = "/subscriptions/0f/resourceGroups/g/providers/Microsoft.Network/privateEndpoints/endpoint";
const azure = { connectionId: "1234567", azurePeResourceId: PE, region: "azure-eastus" };

type Spec = Parameters<typeof parseRule>[0];
type Private = NonNullable<Spec["privateRule"]> & { azurePeResourceId?: string };
const privately = (rule: Private): Spec => ({ privateRule: rule });

const refusals: [title: string, spec: Spec, message: RegExp][] = [
  ["nothing", {}, /^spec: set public_rule or private_rule\./],
  ["both kinds", { publicRule: {}, privateRule: aws }, /not both/],
  ["no connection", privately({ region: "aws-us-east-1" }), /connectionId: is required/],
  ["no region", privately({ connectionId: "vpce-1" }), /region: is required/],
  ["a region that is not there", privately({ ...aws, region: "mars-1" }), /no region "mars-1"/],
  ["a connection of another provider", privately({ ...aws, connectionId: "12345" }), /VPC endpoint, vpce-/],
  [
    "a GCP connection in letters",
    privately({ ...gcp, connectionId: "psc-x" }),
    /number of a Private Service/,
  ],
  ["a GCP connection without project", privately({ ...gcp, gcpProjectId: "" }), /gcpProjectId: is required/],
  ["a GCP project elsewhere", privately({ ...aws, gcpProjectId: "my-project-1" }), /regions of gcp only/],
  ["an Azure resource elsewhere", privately({ ...aws, azurePeResourceId: PE }), /in a region of azure/],
  [
    "an Azure resource of another kind",
    privately({ ...azure, azurePeResourceId: "/subscriptions/x" }),
    /resource id/,
  ],
];

describe("a connectivity rule", () => {
  it.each(refusals)("with %s is refused by name", (_title, spec, message) => {
    expect(() => parseRule(spec, providerOf)).toThrow(
      expect.objectContaining({
        code: "INVALID_ARGUMENT",
        publicMessage: expect.stringMatching(message) as string,
      }),
    );
  });

  it("is public, with its switch", () => {
    expect(parseRule({ publicRule: {} }, providerOf)).toEqual({ kind: "public", enableStableIps: false });
  });

  it.each([
    ["aws", aws],
    ["gcp", gcp],
    ["azure", azure],
  ])("of %s is kept whole", (_, rule) => {
    const kept = { kind: "private", gcpProjectId: "", azurePeResourceId: "", ...rule };
    expect(parseRule(privately(rule), providerOf)).toEqual(kept);
  });
});

describe("a source address list", () => {
  it("is kept in normal form", () => {
    const given = ["203.0.113.0/24", "198.51.100.7", "2001:DB8:0::/32", "::1", "0.0.0.0/0"];
    expect(parseSourceCidrs(given)).toEqual([
      "203.0.113.0/24",
      "198.51.100.7/32",
      "2001:db8::/32",
      "::1/128",
      "0.0.0.0/0",
    ]);
  });

  it.each([
    ["a name", "example.com", /not an IPv4 or IPv6 network/],
    ["nothing", "", /not an IPv4 or IPv6 network/],
    ["a short IPv4 address", "10.1", /not an IPv4 or IPv6 network/],
    ["an octal IPv4 address", "010.0.0.1", /not an IPv4 or IPv6 network/],
    ["a zone", "fe80::1%eth0/64", /not an IPv4 or IPv6 network/],
    ["a prefix in letters", "10.0.0.0/x", /not an IPv4 or IPv6 network/],
    ["a negative prefix", "10.0.0.0/-1", /not an IPv4 or IPv6 network/],
    ["two prefixes", "10.0.0.0/8/8", /not an IPv4 or IPv6 network/],
    ["too long an IPv4 prefix", "10.0.0.0/33", /longer than 32 bits/],
    ["too long an IPv6 prefix", "2001:db8::/129", /longer than 128 bits/],
    ["bits beyond the prefix", "10.0.0.5/8", /the network is 10.0.0.0\/8/],
    ["bits beyond an IPv6 prefix", "2001:db8::1/32", /the network is 2001:db8::\/32/],
    ["IPv4 in IPv6 form", "::ffff:10.0.0.0/104", /write it as IPv4/],
  ])("with %s is refused by name", (_title, cidr, message) => {
    expect(() => parseSourceCidrs([cidr])).toThrow(message);
  });

  it("with the same network twice, or with too many, is refused", () => {
    expect(() => parseSourceCidrs(["10.0.0.0/8", "10.0.0.0/8"])).toThrow(/names 10.0.0.0\/8 twice/);
    const many = Array.from({ length: 101 }, (_, i) => `10.0.${i}.0/24`);
    expect(() => parseSourceCidrs(many)).toThrow(/101 entries; at most 100/);
  });
});
