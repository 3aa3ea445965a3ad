// A guide from its markdown. Raw HTML in it becomes text, and links other than to the web and to other guides are left
// out: what is rendered from this can run nothing.
import { marked, type Token, type Tokens } from "marked";
import type { Block, Guide, GuideSection, Inline } from "../src/pages/guides/guide.ts";

const ABOUT_LENGTH_MAX = 180;
const GUIDE_LINK = /^(?:\.\/)?([a-z0-9-]+)\.md(#[a-z0-9-]*)?$/;

export function parseGuide(slug: string, markdown: string): Guide {
  const blocks = blocksOf(marked.lexer(markdown));
  const heading = blocks.find((block) => block.kind === "heading");
  const first = blocks.find((block) => block.kind === "paragraph");
  const about = first?.kind === "paragraph" ? textOf(first.parts) : "";
  return {
    slug,
    title: heading?.kind === "heading" ? textOf(heading.parts) : slug,
    about: about.length > ABOUT_LENGTH_MAX ? `${about.slice(0, ABOUT_LENGTH_MAX).trimEnd()}…` : about,
    blocks: blocks.filter((block) => block !== heading),
  };
}

/** A section for the guide's beginning, and one for each heading below. */
export function sectionsOf({ slug, title, blocks }: Guide): GuideSection[] {
  const sections: GuideSection[] = [{ id: slug, slug, anchor: "", guide: title, title, text: "" }];
  for (const block of blocks) {
    if (block.kind === "heading") {
      const own = textOf(block.parts);
      sections.push({
        id: `${slug}#${block.id}`,
        slug,
        anchor: block.id,
        guide: title,
        title: own,
        text: "",
      });
      continue;
    }
    const last = sections.at(-1);
    if (last !== undefined) last.text += `${wordsOf(block)} `;
  }
  return sections;
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case "heading": {
        const { depth } = token as Tokens.Heading;
        const parts = inlinesOf((token as Tokens.Heading).tokens);
        return [{ kind: "heading", depth, id: anchorOf(textOf(parts)), parts }];
      }
      case "paragraph":
      case "text": {
        const { tokens: inner, text } = token as Tokens.Paragraph;
        return [{ kind: "paragraph", parts: inner === undefined ? [plain(text)] : inlinesOf(inner) }];
      }
      case "code": {
        const { lang = "", text } = token as Tokens.Code;
        return [{ kind: "code", title: lang, text }];
      }
      case "list": {
        const { ordered, items } = token as Tokens.List;
        return [{ kind: "list", isOrdered: ordered, items: items.map((item) => blocksOf(item.tokens)) }];
      }
      case "blockquote":
        return [{ kind: "quote", blocks: blocksOf((token as Tokens.Blockquote).tokens) }];
      case "table": {
        const { header, rows } = token as Tokens.Table;
        const cells = (row: Tokens.TableCell[]): Inline[][] => row.map((cell) => inlinesOf(cell.tokens));
        return [{ kind: "table", header: cells(header), rows: rows.map(cells) }];
      }
      case "hr":
        return [{ kind: "line" }];
      case "html":
        return [{ kind: "paragraph", parts: [plain((token as Tokens.HTML).text)] }];
      default:
        return [];
    }
  });
}

function inlinesOf(tokens: readonly Token[]): Inline[] {
  return tokens.map((token): Inline => {
    const inner = "tokens" in token && token.tokens !== undefined ? inlinesOf(token.tokens) : [];
    switch (token.type) {
      case "strong":
        return { kind: "strong", parts: inner };
      case "em":
        return { kind: "emphasis", parts: inner };
      case "del":
        return { kind: "struck", parts: inner };
      case "codespan":
        return { kind: "code", text: unescaped((token as Tokens.Codespan).text) };
      case "br":
        return { kind: "break" };
      case "link": {
        const href = hrefOf((token as Tokens.Link).href);
        return href === undefined ? { kind: "emphasis", parts: inner } : { kind: "link", href, parts: inner };
      }
      default:
        return inner.length > 0
          ? { kind: "emphasis", parts: inner }
          : plain("text" in token ? String(token.text) : token.raw);
    }
  });
}

/** The web, or another guide by its file's name. */
function hrefOf(href: string): string | undefined {
  const guide = GUIDE_LINK.exec(href);
  if (guide !== null) return `/guides/${guide[1] ?? ""}${guide[2] ?? ""}`;
  return /^https?:\/\//.test(href) ? href : undefined;
}

function plain(text: string): Inline {
  return { kind: "text", text: unescaped(text) };
}

/** The lexer leaves entities as they are written. */
function unescaped(text: string): string {
  const entities: Record<string, string> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}

export function textOf(parts: readonly Inline[]): string {
  return parts
    .map((part) => ("text" in part ? part.text : "parts" in part ? textOf(part.parts) : " "))
    .join("");
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return textOf(block.parts);
    case "code":
      return block.text;
    case "list":
      return block.items.flat().map(wordsOf).join(" ");
    case "quote":
      return block.blocks.map(wordsOf).join(" ");
    case "table":
      return [...block.header, ...block.rows.flat()].map(textOf).join(" ");
    case "line":
      return "";
  }
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
