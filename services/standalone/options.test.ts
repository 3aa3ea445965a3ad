// The command line of the standalone cloud: what is accepted and how mistakes are named.
import { expect, test } from "vitest";
import { parseOptions } from "./options.ts";

test("without flags the data lives in .cellplane and the port base may move", () => {
  expect(parseOptions([], "/home/ada", false)).toEqual({
    dataDirectory: "/home/ada/.cellplane",
    portBase: 7300,
    portBaseIsFixed: false,
    operators: [],
    exit: false,
    json: false,
  });
});

test("the quickstart takes --json, --exit, --data and --port-base", () => {
  const flags = ["--json", "--exit", "--data", "/tmp/a b", "--port-base", "9000"];
  const options = parseOptions([...flags, "--operator", "olga@example.com"], "/", true);
  expect(options).toEqual({
    dataDirectory: "/tmp/a b",
    portBase: 9000,
    portBaseIsFixed: true,
    operators: ["olga@example.com"],
    exit: true,
    json: true,
  });
});

test.each([
  [["--port-base", "80"], /--port-base takes a whole number from 1024/],
  [["--port-base", "many"], /--port-base takes a whole number/],
  [["--data", ""], /--data needs the name of a folder/],
  [["--verbose"], /--verbose/],
  [["start"], /start/],
])("%j is refused with its reason", (args, reason) => {
  expect(() => parseOptions(args, "/", true)).toThrow(reason);
});

test("npm start does not know the quickstart's flags", () => {
  expect(() => parseOptions(["--json"], "/", false)).toThrow(/--json/);
});
