// Client certificate chains for M2: a name, what the client sends, the tenant's authorities, and the right verdict.
import { x509 } from "#shared/x509";
import { Authority, authorityExtensions, leafExtensions, type Identity } from "./authority.ts";

export interface ChainCase {
  name: string;
  accepted: boolean;
  leaf: Identity;
  intermediates: readonly Authority[];
  authorities: readonly Authority[];
  /** We are stricter here than OpenSSL's defaults, on purpose. */
  stricter?: boolean;
}

const DAY_MS = 24 * 3_600_000;
const { digitalSignature, keyEncipherment, keyAgreement, keyCertSign } = x509.KeyUsageFlags;

const endEntity = new x509.BasicConstraintsExtension(false, undefined, true);
const usage = (flags: number): x509.Extension => new x509.KeyUsagesExtension(flags, true);
const purpose = (...ids: string[]): x509.Extension => new x509.ExtendedKeyUsageExtension(ids);
const { clientAuth, serverAuth, codeSigning } = x509.ExtendedKeyUsage;
const ANY_PURPOSE = "2.5.29.37.0";
const NULL = Uint8Array.of(5, 0).buffer;
/** permittedSubtrees: DNS names under example.com. */
const NAME_CONSTRAINTS = Buffer.from("300fa00d300b8209" + Buffer.from("a.example").toString("hex"), "hex");

/** Leaves that differ by extensions only, directly under the root. */
const LEAVES: [name: string, accepted: boolean, extensions: x509.Extension[], stricter?: true][] = [
  ["plain leaf", true, leafExtensions()],
  ["leaf without any extension", true, []],
  ["leaf for agreement of keys only", true, [endEntity, usage(keyAgreement)]],
  ["leaf for encipherment only", false, [endEntity, usage(keyEncipherment)]],
  ["leaf for clients and servers", true, [endEntity, purpose(serverAuth, clientAuth)]],
  ["leaf for servers only", false, [endEntity, purpose(serverAuth)]],
  ["leaf for code only", false, [endEntity, purpose(codeSigning)]],
  ["leaf for any purpose", false, [endEntity, purpose(ANY_PURPOSE)]],
  [
    "leaf with an unknown critical extension",
    false,
    [...leafExtensions(), new x509.Extension("1.2.3.4", true, NULL)],
  ],
  [
    "leaf with an unknown harmless extension",
    true,
    [...leafExtensions(), new x509.Extension("1.2.3.4", false, NULL)],
  ],
  ["authority as leaf", false, [new x509.BasicConstraintsExtension(true, 0, true)], true],
];

export async function chainCases(): Promise<ChainCase[]> {
  const root = await Authority.root("CN=Root");
  const other = await Authority.root("CN=Other root");
  const twin = await Authority.root("CN=Root");
  const short = await Authority.root("CN=Short root", { pathLength: 0 });
  const expiredRoot = await Authority.root("CN=Expired root", {
    notAfter: new Date(Date.now() - DAY_MS / 2),
  });
  const middle = await root.intermediate("CN=Middle");
  const deep = await middle.intermediate("CN=Deep");
  const under = (authority: Authority, more: Partial<ChainCase>, issue = authority.issue()) =>
    issue.then((leaf) => ({ leaf, intermediates: [], authorities: [root], ...more }));
  const cases: Promise<Omit<ChainCase, "name" | "accepted">>[] = [];
  const names: [string, boolean][] = [];
  const add = (name: string, accepted: boolean, one: Promise<Omit<ChainCase, "name" | "accepted">>): void => {
    names.push([name, accepted]);
    cases.push(one);
  };
  for (const [name, accepted, extensions, stricter] of LEAVES) {
    add(name, accepted, under(root, stricter === true ? { stricter } : {}, root.issue({ extensions })));
  }
  add("expired leaf", false, under(root, {}, root.issue({ notAfter: new Date(Date.now() - 1000) })));
  add(
    "leaf of the future",
    false,
    under(root, {}, root.issue({ notBefore: new Date(Date.now() + DAY_MS / 2) })),
  );
  add("leaf of another root", false, under(other, {}));
  add("leaf of a root with the same name", false, under(twin, {}));
  add("leaf whose root the client sends itself", false, under(other, { intermediates: [other] }));
  add("leaf under an expired root", false, under(expiredRoot, { authorities: [expiredRoot] }));
  add("leaf under an intermediate that is sent", true, under(middle, { intermediates: [middle] }));
  add("leaf under an intermediate that is not sent", false, under(middle, {}));
  add("leaf under an intermediate of the bundle", true, under(middle, { authorities: [root, middle] }));
  add("leaf under an intermediate without its root", false, under(middle, { authorities: [middle] }));
  add("leaf under two intermediates", true, under(deep, { intermediates: [deep, middle] }));
  add("leaf under two intermediates in another order", true, under(deep, { intermediates: [middle, deep] }));
  add("leaf with a gap in its chain", false, under(deep, { intermediates: [deep] }));
  const tooLong = await short.intermediate("CN=Under short");
  add(
    "intermediate below path length 0",
    false,
    under(tooLong, { intermediates: [tooLong], authorities: [short] }),
  );
  add("leaf directly below path length 0", true, under(short, { authorities: [short] }));
  const weak: [string, boolean, x509.Extension[], true?][] = [
    ["intermediate that is no authority", false, leafExtensions()],
    ["intermediate without basic constraints", false, [usage(keyCertSign)]],
    [
      "intermediate that may not sign",
      false,
      [authorityExtensions(undefined)[0] ?? endEntity, usage(digitalSignature)],
    ],
    ["intermediate for servers only", false, [...authorityExtensions(undefined), purpose(serverAuth)]],
    ["intermediate for clients", true, [...authorityExtensions(undefined), purpose(clientAuth)]],
    [
      "intermediate with an unknown critical extension",
      false,
      [...authorityExtensions(undefined), new x509.Extension("1.2.3.4", true, NULL)],
    ],
    [
      "intermediate with name constraints",
      false,
      [
        ...authorityExtensions(undefined),
        new x509.Extension("2.5.29.30", true, new Uint8Array(NAME_CONSTRAINTS).buffer),
      ],
      true,
    ],
  ];
  for (const [index, [name, accepted, extensions, stricter]] of weak.entries()) {
    const authority = await root.intermediate(`CN=Weak ${String(index)}`, extensions);
    const more = { intermediates: [authority], ...(stricter === true ? { stricter } : {}) };
    add(name, accepted, under(authority, more));
  }
  const made = await Promise.all(cases);
  return made.map((one, index) => {
    const [name = "", accepted = false] = names[index] ?? [];
    return { name, accepted, ...one };
  });
}
