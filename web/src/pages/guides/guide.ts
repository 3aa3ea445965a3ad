// A guide as the build makes it from its markdown: blocks and what is in them, texts only. Nothing in it is markup.

export type Inline =
  | { kind: "text" | "code"; text: string }
  | { kind: "strong" | "emphasis" | "struck"; parts: Inline[] }
  | { kind: "link"; href: string; parts: Inline[] }
  | { kind: "break" };

export type Block =
  | { kind: "heading"; depth: number; id: string; parts: Inline[] }
  | { kind: "paragraph"; parts: Inline[] }
  | { kind: "code"; title: string; text: string }
  | { kind: "list"; isOrdered: boolean; items: Block[][] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "table"; header: Inline[][]; rows: Inline[][][] }
  | { kind: "line" };

export interface Guide {
  /** "quickstart": the file's name. */
  slug: string;
  title: string;
  /** One sentence: the first paragraph, cut. */
  about: string;
  blocks: Block[];
}

/** What search finds: one for each heading, with the texts below it. */
export interface GuideSection {
  id: string;
  slug: string;
  anchor: string;
  guide: string;
  title: string;
  text: string;
}

export interface GuideLibrary {
  guides: Guide[];
  sections: GuideSection[];
  /** A MiniSearch index over the sections, as JSON. */
  index: string;
}

/** How the index was made, which loading it must repeat. */
export const INDEX_OPTIONS = { fields: ["title", "text", "guide"], storeFields: [] as string[] };
