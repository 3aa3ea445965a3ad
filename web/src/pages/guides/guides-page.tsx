// All guides, and search through them: "/" goes there.
import { Link } from "@tanstack/react-router";
import MiniSearch from "minisearch";
import { useState, type ReactNode } from "react";
import library from "virtual:guides";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { SearchField } from "#components/search-field";
import { INDEX_OPTIONS, type GuideSection } from "./guide.ts";
import styles from "./guides-page.module.css";

const FOUND_MAX = 20;
const EXCERPT_CHARACTERS = 160;
const index = MiniSearch.loadJSON<GuideSection>(library.index, INDEX_OPTIONS);
const sections = new Map(library.sections.map((section) => [section.id, section]));

export function GuidesPage(): ReactNode {
  const [text, setText] = useState("");
  const words = text.trim();
  return (
    <Page title="Guides" width="reading">
      <SearchField label="Search the guides" value={text} onChange={setText} />
      {words === "" ? <AllGuides /> : <Found words={words} />}
    </Page>
  );
}

function AllGuides(): ReactNode {
  return (
    <ul className={styles["list"]}>
      {library.guides.map(({ slug, title, about }) => (
        <li key={slug} className={styles["entry"]}>
          <Link to="/guides/$slug" params={{ slug }} className={styles["title"]}>
            {title}
          </Link>
          <p className={styles["about"]}>{about}</p>
        </li>
      ))}
    </ul>
  );
}

function Found({ words }: { words: string }): ReactNode {
  const found = index
    .search(words, { prefix: true, fuzzy: 0.2, boost: { title: 3, guide: 2 } })
    .slice(0, FOUND_MAX)
    .flatMap(({ id }) => sections.get(String(id)) ?? []);
  if (found.length === 0) return <EmptyState title="No guide has these words" />;
  return (
    <ul className={styles["list"]} aria-label="Found">
      {found.map(({ id, slug, anchor, guide, title, text }) => (
        <li key={id} className={styles["entry"]}>
          <Link to="/guides/$slug" params={{ slug }} hash={anchor} className={styles["title"]}>
            {guide === title ? title : `${guide}: ${title}`}
          </Link>
          <p className={styles["about"]}>{excerptOf(text, words)}</p>
        </li>
      ))}
    </ul>
  );
}

/** The text around the first word that was sought. */
function excerptOf(text: string, words: string): string {
  const at = text.toLowerCase().indexOf(words.split(/\s+/)[0]?.toLowerCase() ?? "");
  const from = Math.max(0, at - EXCERPT_CHARACTERS / 4);
  return `${from > 0 ? "…" : ""}${text.slice(from, from + EXCERPT_CHARACTERS).trim()}`;
}
