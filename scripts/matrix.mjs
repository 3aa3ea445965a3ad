// `npm run matrix`: which feature works in which SDK on which server, as the last peer runs left it, as a Markdown table.
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LANGUAGES = ["go", "python", "java"];
const SERVERS = ["temporal", "cell"];
const results = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "cellplane", "compatibility");
const committed = fileURLToPath(new URL("../test/compatibility/", import.meta.url));

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const features = read(join(committed, "features.json"));
const absent = read(join(committed, "absent.json"));
const columns = LANGUAGES.flatMap((language) => SERVERS.map((server) => ({ language, server })));

function outcomesOf({ language, server }) {
  const path = join(results, language, `${server}.json`);
  return new Map(existsSync(path) ? read(path).map((outcome) => [outcome.name, outcome.ok]) : []);
}

const outcomes = columns.map(outcomesOf);

function cellOf(feature, place) {
  if (feature in absent[columns[place].language]) return "-";
  const ok = outcomes[place].get(feature);
  return ok === undefined ? "?" : ok ? "yes" : "NO";
}

const row = (cells) => `| ${cells.join(" | ")} |\n`;
const marks = features.map((feature) => columns.map((_, place) => cellOf(feature, place)));
const total = (place) => {
  const told = marks.map((cells) => cells[place]).filter((mark) => mark !== "-");
  return `${told.filter((mark) => mark === "yes").length} of ${told.length}`;
};
process.stdout.write(
  row(["feature", ...columns.map(({ language, server }) => `${language} on ${server}`)]) +
    row(["---", ...columns.map(() => "---")]) +
    features.map((feature, at) => row([feature, ...marks[at]])).join("") +
    row(["**all**", ...columns.map((_, place) => total(place))]),
);
