// Which flags `cellplane usage` takes, and what is asked of the server.
import { expect, test } from "vitest";
import { parseUsageOptions } from "./usage-options.ts";

const parse = (...args: string[]) => parseUsageOptions(args, { address: undefined, apiKey: " key\n" });

test("a month by namespace and tag as FOCUS", () => {
  const { url, apiKey } = parse("--month", "2026-11", "--group-by", "namespace,tag", "--format", "focus");
  expect(url.toString()).toBe(
    "http://localhost:7300/api/v1/focus-report.csv?month=2026-11&group_by=namespace&group_by=tag",
  );
  expect(apiKey).toBe("key");
});

test("one namespace as JSON from another server, into a file", () => {
  const { url, output } = parse(
    ...["--month=2026-10", "--namespace", "shop.acme", "--format", "json", "--group-by", "kind"],
    ...["--group-by", "tag:team", "--address", "https://cloud.example.com", "--output", "usage.json"],
  );
  expect(url.toString()).toBe(
    "https://cloud.example.com/api/v1/usage-report.csv?month=2026-10&namespace=shop.acme&format=json&group_by=kind&group_by=tag%3Ateam",
  );
  expect(output).toBe("usage.json");
});

test.each([
  [["--format", "xml"], /--format is one of csv, json, focus/],
  [["--focus", "1.3"], /--focus needs --format focus/],
  [["--format", "focus", "--namespace", "a.b"], /--namespace is for/],
  [["--address", "ftp://x"], /--address takes a URL/],
  [["--api-key-file", "/does/not/exist"], /--api-key-file cannot be read/],
  [["--color"], /color/],
  [["november"], /november/],
])("refuses %j", (args, message) => {
  expect(() => parse(...args)).toThrow(message);
});
