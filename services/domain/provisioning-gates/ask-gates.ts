// The gate as the making of namespaces knows it: the installation's and the account's own must both let somebody pass.
// Answers are remembered for a short while; that a directory is away never is, and nobody passes meanwhile.
import type { Actor, DomainContext, ProvisioningGate } from "#domain/context";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { findMembership, type Membership } from "./find-membership.ts";
import type { LdapPolicy } from "./gate-settings.ts";
import type { GateSpec } from "./gate-spec.ts";
import { bindPasswordOf, specOf } from "./get-gate.ts";

/** Who left the group passes so long still. */
export const ALLOWED_REMEMBERED_MS = 60_000;
/** Who joined it waits so long at most. */
export const DENIED_REMEMBERED_MS = 10_000;
const ANSWERS_MAX = 10_000;

export interface InstallationGate {
  spec: GateSpec;
  bindPassword: string;
}

interface Gate extends InstallationGate {
  /** Changes with every change of the gate. */
  key: string;
  /** Undefined for the installation's own. */
  policy: LdapPolicy | undefined;
}

interface Answer extends Membership {
  until: number;
}

export function createProvisioningGate(ports: {
  clock: Clock;
  policy: LdapPolicy;
  installation: InstallationGate | undefined;
}): ProvisioningGate {
  const answers = new Map<string, Answer>();
  return {
    async check(context) {
      const passed: { groupDn: string; userDn: string }[] = [];
      for (const gate of await gatesOf(context, ports)) {
        if (isExempt(context.actor, gate.spec)) continue;
        const { userDn, groupDn } = await remembered(answers, ports.clock, gate, context.actor);
        if (groupDn === "") throw refusal(gate.spec, userDn);
        passed.push({ userDn, groupDn });
      }
      return passed;
    },
  };
}

async function gatesOf(
  context: DomainContext,
  { policy, installation }: { policy: LdapPolicy; installation: InstallationGate | undefined },
): Promise<Gate[]> {
  const { accountId } = context.actor;
  const row = await context.database.query.provisioningGate.findUnique({ where: { accountId } });
  return [
    ...(installation === undefined ? [] : [{ ...installation, key: "installation", policy: undefined }]),
    ...(row === null
      ? []
      : [
          {
            ...{ spec: specOf(row), bindPassword: bindPasswordOf(context, row), policy },
            key: `${accountId}:${row.updatedAt.getTime()}:${row.resourceVersion}`,
          },
        ]),
  ];
}

function isExempt(actor: Actor, spec: GateSpec): boolean {
  return actor.principalType === "service_account" && spec.exemptsServiceAccounts;
}

async function remembered(
  answers: Map<string, Answer>,
  clock: Clock,
  gate: Gate,
  { principalType, principalName }: Actor,
): Promise<Membership> {
  if (principalType !== "user") {
    throw new CloudError(
      "PERMISSION_DENIED",
      "Namespaces are made for people of an LDAP group, and a service account is in no directory. Ask as a person, or " +
        "let an owner exempt service accounts.",
    );
  }
  const key = `${gate.key} ${principalName}`;
  const known = answers.get(key);
  if (known !== undefined && known.until > clock.now()) return known;
  answers.delete(key);
  const found = await findMembership(gate, principalName);
  const forMs = found.groupDn === "" ? DENIED_REMEMBERED_MS : ALLOWED_REMEMBERED_MS;
  answers.set(key, { ...found, until: clock.now() + forMs });
  const [oldest] = answers.keys();
  if (answers.size > ANSWERS_MAX && oldest !== undefined) answers.delete(oldest);
  return found;
}

function refusal(spec: GateSpec, userDn: string): CloudError {
  const groups = spec.groupDns.join("; ");
  return new CloudError(
    "PERMISSION_DENIED",
    userDn === ""
      ? "The LDAP directory that decides who may have namespaces made does not know your address."
      : `Namespaces are made for members of ${groups}, which you are not. Ask to be added there.`,
  );
}
