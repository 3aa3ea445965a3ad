// The same change as a REST call and as Terraform: plain texts made from what a form holds.

export interface RestCall {
  method: "GET" | "POST" | "DELETE";
  /** "/cloud/namespaces/orders.a1b2c" */
  path: string;
  body?: unknown;
}

/** A curl command with an API key from the environment. */
export function curlOf({ method, path, body }: RestCall, origin: string): string {
  const lines = [
    `curl -X ${method} ${shellWord(origin + path)}`,
    `-H "Authorization: Bearer $TEMPORAL_CLOUD_API_KEY"`,
  ];
  if (body !== undefined) {
    lines.push(`-H 'content-type: application/json'`, `-d ${shellWord(JSON.stringify(body, null, 2))}`);
  }
  return lines.join(" \\\n  ");
}

/** One argument of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

export type HclValue =
  string | number | boolean | readonly HclValue[] | { [key: string]: HclValue | undefined };

/** A Terraform resource; attributes that are undefined are left out. */
export function terraformOf(
  resource: string,
  name: string,
  attributes: Readonly<Record<string, HclValue | undefined>>,
): string {
  const label = name.replace(/[^A-Za-z0-9_-]/g, "_") || "this";
  return `resource "${resource}" "${label}" ${hclObject(attributes, 0)}`;
}

function hclObject(values: Readonly<Record<string, HclValue | undefined>>, depth: number): string {
  const inner = "  ".repeat(depth + 1);
  const entries = Object.entries(values).filter(
    (entry): entry is [string, HclValue] => entry[1] !== undefined,
  );
  const width = Math.max(0, ...entries.map(([key]) => hclKey(key).length));
  const lines = entries.map(
    ([key, value]) => `${inner}${hclKey(key).padEnd(width)} = ${hcl(value, depth + 1)}`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function hclKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key);
}

function hcl(value: HclValue, depth: number): string {
  if (typeof value === "string") return hclString(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isList(value)) return `[${value.map((each) => hcl(each, depth)).join(", ")}]`;
  return hclObject(value, depth);
}

function isList(value: object): value is readonly HclValue[] {
  return Array.isArray(value);
}

/** "${" and "%{" begin expressions in HCL. */
function hclString(text: string): string {
  return JSON.stringify(text)
    .replaceAll("${", () => "$${")
    .replaceAll("%{", "%%{");
}
