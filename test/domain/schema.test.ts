// The migrations make the tables that the Prisma models describe: same columns, same types, same nullability.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomainWorld, type DomainWorld } from "./domain-world.ts";

const POSTGRES_TYPE: Record<string, string> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  DateTime: "timestamp with time zone",
  Bytes: "bytea",
  Json: "jsonb",
  Float: "double precision",
};

let world: DomainWorld;
beforeAll(async () => {
  world = await createDomainWorld("schema");
});
afterAll(() => world.close());

it("every model's columns are those of its table", async () => {
  const columns = await world.database.query.$queryRaw<{ column: string }[]>`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as column
    from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'`;
  expect(columns.map((row) => row.column).sort()).toEqual(modelColumns().sort());
});

function modelColumns(): string[] {
  const folder = join("prisma", "schema");
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  return [...text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "?";
    return [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/gm)].map(
      ([, field, type = "", list, optional, rest]) => {
        const column = /@map\("(\w+)"\)/.exec(rest ?? "")?.[1] ?? field;
        const dataType = list === undefined ? POSTGRES_TYPE[type] : "ARRAY";
        return `${table}.${column} ${dataType} ${optional === "?" ? "YES" : "NO"}`;
      },
    );
  });
}
