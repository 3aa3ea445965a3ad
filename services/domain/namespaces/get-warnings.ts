// What a namespace's settings contain that is accepted and will not do what one may expect. Each sentence says what
// does not work and what to do.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Prisma } from "#prisma";
import { x509 } from "#shared/x509";
import type { NamespaceConfiguration } from "./configuration.ts";
import { configurationOf } from "./namespace.ts";
import { findNamespace } from "./namespace-store.ts";

type Warning = cloudV1.INamespaceWarning;

export async function getNamespaceWarnings(
  context: DomainContext,
  request: cloudV1.IGetNamespaceWarningsRequest,
): Promise<cloudV1.IGetNamespaceWarningsResponse> {
  const row = await findNamespace(context, context.database.query, {
    namespace: request.namespace ?? "",
    action: "cloud.namespace.get",
  });
  return { warnings: warningsOf(configurationOf(row), context.clock.now()) };
}

export function warningsOf(configuration: NamespaceConfiguration, now: number): Warning[] {
  const warnings = expiredAuthorities(configuration.mtls.acceptedClientCa, now);
  if (configuration.regions.length > 1) {
    warnings.push({
      field: "spec.replicas",
      message:
        "Replicas do not hold a copy of the data yet: a failover moves the endpoints to the other region, and the " +
        "namespace goes on running where it was made.",
    });
  }
  return warnings;
}

/** For the audit trail: what was accepted, and what will not do what one may expect. */
export function withWarnings(configuration: NamespaceConfiguration, now: number): Prisma.InputJsonObject {
  const accepted = configuration as unknown as Prisma.InputJsonObject;
  const warnings = warningsOf(configuration, now).map(({ message }) => message ?? "");
  return warnings.length === 0 ? accepted : { ...accepted, warnings };
}

function expiredAuthorities(bundle: string, now: number): Warning[] {
  if (bundle === "") return [];
  return x509.PemConverter.decode(bundle)
    .map((der) => new x509.X509Certificate(der))
    .filter((certificate) => certificate.notAfter.getTime() <= now)
    .map((certificate) => ({
      field: "spec.mtlsAuth.acceptedClientCa",
      message:
        `The certificate authority ${certificate.subject} expired at ${certificate.notAfter.toISOString()}: ` +
        "connections with certificates of it are refused. Add its successor and remove it.",
    }));
}
