// Gives the console docs/guides as the module `virtual:guides`: read, parsed and indexed for search when it is built.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import type { Plugin } from "vite";
import { INDEX_OPTIONS, type GuideLibrary, type GuideSection } from "../src/pages/guides/guide.ts";
import { parseGuide, sectionsOf } from "./parse-guide.ts";

const NAME = "virtual:guides";
/** These come first, in this order; the others by title. */
const FIRST = ["quickstart", "connect", "certificates", "identity", "terraform"];

export function guidesPlugin(folder: string): Plugin {
  return {
    name: "guides",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(readLibrary(folder))};` : undefined),
  };
}

export function readLibrary(folder: string): GuideLibrary {
  const guides = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => parseGuide(name.slice(0, -".md".length), readFileSync(join(folder, name), "utf8")))
    .sort((one, other) => placeOf(one.slug) - placeOf(other.slug) || one.title.localeCompare(other.title));
  const sections = guides.flatMap(sectionsOf);
  const index = new MiniSearch<GuideSection>(INDEX_OPTIONS);
  index.addAll(sections);
  return { guides, sections, index: JSON.stringify(index) };
}

function placeOf(slug: string): number {
  const place = FIRST.indexOf(slug);
  return place === -1 ? FIRST.length : place;
}
