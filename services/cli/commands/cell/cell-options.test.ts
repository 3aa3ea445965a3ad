// Which flags `cellplane cell` takes, and that each mistake names its flag.
import { expect, test } from "vitest";
import { parseCellOptions } from "./cell-options.ts";

const parse = (...args: string[]) => parseCellOptions(args, "/home/me");

test("without flags it is a local server on Temporal's port with the namespace default", () => {
  expect(parse()).toEqual({
    address: "127.0.0.1:7233",
    store: { dataDirectory: "/home/me/.cellplane-cell" },
    namespaces: ["default"],
    searchAttributes: [],
    readyFile: undefined,
    logLevel: "warn",
  });
});

test("flags are read, relative paths from where it was started", () => {
  const options = parse(
    ...["--port", "0", "--ip", "::1", "--data", "my data", "--namespace", "a", "--namespace=b"],
    ...["--search-attribute", "City=keyword", "--ready-file", "ready", "--log-level", "info"],
  );
  expect(options).toEqual({
    address: "[::1]:0",
    store: { dataDirectory: "/home/me/my data" },
    namespaces: ["default", "a", "b"],
    searchAttributes: ["City=Keyword"],
    readyFile: "/home/me/ready",
    logLevel: "info",
  });
  expect(parse("--database", "postgres://u:p@db/cell").store).toEqual({
    databaseUrl: "postgres://u:p@db/cell",
  });
});

test.each([
  [["--prot", "1"], "--prot"],
  [["--port", "http"], "--port"],
  [["--port", "65536"], "--port"],
  [["--port", "-1"], "--port"],
  [["--port"], "--port"],
  [["--ip", "example.com"], "--ip"],
  [["--data", " "], "--data"],
  [["--database", "mysql://x"], "--database"],
  [["--data", "d", "--database", "postgres://x/y"], "--data and --database"],
  [["--namespace", "a,b"], "--namespace"],
  [["--search-attribute", "City"], "--search-attribute"],
  [["--search-attribute", "City=Town"], "--search-attribute"],
  [["--log-level", "loud"], "--log-level"],
  [["now"], "now"],
])("%j is refused by name", (args, named) => {
  expect(() => parse(...args)).toThrow(named);
});
