// Finds a person in the directory and a group that lets them pass, directly or by groups within groups. What comes from
// outside is escaped before it is part of a filter.
import { Filter, type Client } from "ldapts";
import { CloudError } from "#shared/errors";
import { askDirectory, type DirectoryQuestion } from "./directory-client.ts";
import { EMAIL_VARIABLE, type GateSpec } from "./gate-spec.ts";

const DEPTH_MAX = 10;
const GROUPS_READ_MAX = 500;
/** Names in one filter. */
const NAMES_AT_ONCE = 50;
const SEARCH_SECONDS_MAX = 5;

export interface Membership {
  /** Empty when the directory has nobody, or several, with the address. */
  userDn: string;
  /** Empty for who does not pass. */
  groupDn: string;
}

/** Errors: those of `askDirectory`. */
export function findMembership(question: DirectoryQuestion, email: string): Promise<Membership> {
  return askDirectory(question, async (client) => {
    const { spec } = question;
    const userDn = await findUserDn(client, spec, email);
    if (userDn === undefined) return { userDn: "", groupDn: "" };
    return { userDn, groupDn: (await findGroup(client, spec, userDn)) ?? "" };
  });
}

async function findUserDn(client: Client, spec: GateSpec, email: string): Promise<string | undefined> {
  const filter = spec.userFilter.replaceAll(EMAIL_VARIABLE, () => Filter.escape(email));
  const found = await search(client, spec.userBaseDn, filter, 2);
  // Two with one address: it is not clear who asks.
  return found.length === 1 ? found[0] : undefined;
}

/** Upwards from the person, level by level. */
async function findGroup(client: Client, spec: GateSpec, userDn: string): Promise<string | undefined> {
  const wanted = new Map(spec.groupDns.map((dn) => [normal(dn), dn]));
  const seen = new Set([normal(userDn)]);
  let level = [userDn];
  for (let depth = 0; depth < (spec.nested ? DEPTH_MAX : 1) && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (let from = 0; from < level.length; from += NAMES_AT_ONCE) {
      const names = level.slice(from, from + NAMES_AT_ONCE);
      for (const dn of await search(client, spec.groupBaseDn, holdingAny(names), GROUPS_READ_MAX)) {
        const passes = wanted.get(normal(dn));
        if (passes !== undefined) return passes;
        if (!seen.has(normal(dn))) next.push(dn);
        seen.add(normal(dn));
      }
    }
    if (seen.size > GROUPS_READ_MAX)
      throw new CloudError(
        "FAILED_PRECONDITION",
        `More than ${GROUPS_READ_MAX} groups would have to be read.`,
      );
    level = next;
  }
  return undefined;
}

function holdingAny(names: readonly string[]): string {
  const each = names.map((dn) => Filter.escape(dn)).map((dn) => `(member=${dn})(uniqueMember=${dn})`);
  return `(|${each.join("")})`;
}

/** Names of entries only. */
async function search(client: Client, base: string, filter: string, max: number): Promise<string[]> {
  const { searchEntries } = await client.search(base, {
    ...{ scope: "sub", filter, attributes: ["1.1"], sizeLimit: max, timeLimit: SEARCH_SECONDS_MAX },
  });
  return searchEntries.map(({ dn }) => dn);
}

/** Directories write names with and without spaces and capitals. */
function normal(dn: string): string {
  return dn
    .toLowerCase()
    .replace(/\s*([,=+])\s*/g, "$1")
    .trim();
}
