// A directory snapshot, indexed for lookups on the request path. Records that did not change since the last snapshot
// are the same objects, so verdicts can be remembered per record. Read-only.
import { directoryV1 } from "#contracts";
import { connectivityOf, type ConnectivityRecord } from "../connectivity/passes-connectivity.ts";
import { readPkiBundle, type PkiCertificate } from "#shared/pki-certificate";

export interface NamespaceRecord {
  readonly name: string;
  readonly namespaceId: string;
  readonly accountId: string;
  readonly cellId: string;
  readonly mtlsEnabled: boolean;
  readonly apiKeyEnabled: boolean;
  readonly suspended: boolean;
  /** Why nothing new is started; empty when it is. */
  readonly newWorkRefusal: string;
  /** 0 for no limit of the gateway's. */
  readonly actionsPerSecond: number;
  readonly requestsPerSecond: number;
  readonly payloadBytesMax: number;
  /** Acts upon what runs are recorded. */
  readonly isAudited: boolean;
  readonly connectivity: ConnectivityRecord;
  readonly filters: readonly directoryV1.ICertificateFilter[];
  readonly revokedFingerprints: ReadonlySet<string>;
  /** Words of consensus: what needs a grant. */
  readonly guardedOperations: ReadonlySet<string>;
  readonly grants: readonly GrantRecord[];
  /** The accepted authorities, parsed when first asked for. */
  readonly authorities: () => readonly PkiCertificate[];
  /** Whether a certificate with this issuer name can be one of theirs: a cheap look before a costly verdict. */
  readonly mayHaveIssued: (issuerDer: Buffer) => boolean;
  readonly encoded: Uint8Array;
}

/** An approved call; see the directory's Grant. */
export interface GrantRecord {
  readonly grantId: string;
  readonly caller: string;
  readonly method: string;
  readonly workflowId: string;
  readonly visibilityQuery: string;
  readonly expiresAtMs: number;
  readonly uses: number;
}

export interface CellRecord {
  readonly cellId: string;
  readonly address: string;
  readonly driver: string;
}

export interface ApiKeyRecord {
  readonly tokenSha256: string;
  readonly principalId: string;
  readonly expiresAtMs: number;
  readonly disabled: boolean;
}

export interface PrincipalRecord {
  readonly accountId: string;
  readonly allNamespacesPermission: string;
  readonly namespacePermissions: Readonly<Record<string, string>>;
  readonly disabled: boolean;
}

export interface DirectoryView {
  readonly version: string;
  readonly madeAtMs: number;
  readonly namespaces: ReadonlyMap<string, NamespaceRecord>;
  readonly namespacesById: ReadonlyMap<string, NamespaceRecord>;
  readonly cells: ReadonlyMap<string, CellRecord>;
  readonly apiKeys: ReadonlyMap<string, ApiKeyRecord>;
  readonly principals: ReadonlyMap<string, PrincipalRecord>;
  /** Public JWKs in JSON by key id. */
  readonly signingKeys: ReadonlyMap<string, string>;
}

export const EMPTY_VIEW: DirectoryView = {
  version: "",
  madeAtMs: 0,
  namespaces: new Map(),
  namespacesById: new Map(),
  cells: new Map(),
  apiKeys: new Map(),
  principals: new Map(),
  signingKeys: new Map(),
};

export function viewOf(directory: directoryV1.IDirectory, previous: DirectoryView): DirectoryView {
  const namespaces = (directory.namespaces ?? []).map((message) => namespaceOf(message, previous));
  return {
    version: directory.version ?? "",
    madeAtMs: directory.madeAtMs ?? 0,
    namespaces: new Map(namespaces.map((record) => [record.name, record])),
    namespacesById: new Map(namespaces.map((record) => [record.namespaceId, record])),
    cells: new Map((directory.cells ?? []).map((cell) => [cell.cellId ?? "", cellOf(cell)])),
    apiKeys: new Map((directory.apiKeys ?? []).map((key) => [key.keyId ?? "", apiKeyOf(key)])),
    principals: new Map(
      (directory.principals ?? []).map((principal) => [principal.principalId ?? "", principalOf(principal)]),
    ),
    signingKeys: new Map((directory.signingKeys ?? []).map((key) => [key.keyId ?? "", key.publicJwk ?? ""])),
  };
}

function namespaceOf(message: directoryV1.INamespace, previous: DirectoryView): NamespaceRecord {
  const encoded = directoryV1.Namespace.encode(message);
  const known = previous.namespaces.get(message.name ?? "");
  if (known !== undefined && Buffer.compare(known.encoded, encoded) === 0) return known;
  let authorities: readonly PkiCertificate[] | undefined;
  let bundleDer: Buffer | undefined;
  const bundle = Buffer.from(message.acceptedClientCa ?? new Uint8Array()).toString("latin1");
  return {
    name: message.name ?? "",
    namespaceId: message.namespaceId ?? "",
    accountId: message.accountId ?? "",
    cellId: message.cellId ?? "",
    mtlsEnabled: message.mtlsEnabled ?? false,
    apiKeyEnabled: message.apiKeyEnabled ?? false,
    suspended: message.suspended ?? false,
    newWorkRefusal: message.newWorkRefusal ?? "",
    actionsPerSecond: message.actionsPerSecond ?? 0,
    requestsPerSecond: message.requestsPerSecond ?? 0,
    payloadBytesMax: message.payloadBytesMax ?? 0,
    isAudited: message.audited ?? false,
    connectivity: connectivityOf(message),
    filters: message.certificateFilters ?? [],
    guardedOperations: new Set(message.guardedOperations ?? []),
    grants: (message.grants ?? []).map(grantOf),
    revokedFingerprints: new Set((message.revokedCertificates ?? []).map((hex) => hex.toLowerCase())),
    authorities: () => (authorities ??= readAuthorities(bundle)),
    mayHaveIssued: (issuerDer) => (bundleDer ??= pemBody(bundle)).includes(issuerDer),
    encoded,
  };
}

function grantOf(message: directoryV1.IGrant): GrantRecord {
  return {
    grantId: message.grantId ?? "",
    caller: message.caller ?? "",
    method: message.method ?? "",
    workflowId: message.workflowId ?? "",
    visibilityQuery: message.visibilityQuery ?? "",
    expiresAtMs: message.expiresAtMs ?? 0,
    uses: message.uses ?? 0,
  };
}

function readAuthorities(bundle: string): readonly PkiCertificate[] {
  try {
    return readPkiBundle(bundle);
  } catch {
    // Failing closed: a bundle that cannot be read accepts nobody.
    return [];
  }
}

/** The bundle's certificates in DER, one after the other. */
function pemBody(bundle: string): Buffer {
  const blocks = bundle.match(/-----BEGIN CERTIFICATE-----[^-]*/g) ?? [];
  return Buffer.concat(
    blocks.map((block) => Buffer.from(block.slice("-----BEGIN CERTIFICATE-----".length), "base64")),
  );
}

function cellOf(message: directoryV1.ICell): CellRecord {
  return {
    cellId: message.cellId ?? "",
    address: message.address ?? "",
    driver: message.driver ?? "embedded",
  };
}

function apiKeyOf(message: directoryV1.IApiKey): ApiKeyRecord {
  return {
    tokenSha256: message.tokenSha256 ?? "",
    principalId: message.principalId ?? "",
    expiresAtMs: message.expiresAtMs ?? 0,
    disabled: message.disabled ?? false,
  };
}

function principalOf(message: directoryV1.IPrincipal): PrincipalRecord {
  return {
    accountId: message.accountId ?? "",
    allNamespacesPermission: message.allNamespacesPermission ?? "",
    namespacePermissions: message.namespacePermissions ?? {},
    disabled: message.disabled ?? false,
  };
}
