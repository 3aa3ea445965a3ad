// The blocks of a guide as elements. Texts stay texts.
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { CodeBlock } from "#components/code-block";
import type { Block, Inline } from "./guide.ts";
import styles from "./guide-blocks.module.css";

export function GuideBlocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return (
    <div className={styles["blocks"]}>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </div>
  );
}

function OneBlock({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case "heading":
      return block.depth <= 2 ? (
        <h2 id={block.id} className={styles["heading"]}>
          <Inlines parts={block.parts} />
        </h2>
      ) : (
        <h3 id={block.id} className={styles["heading"]}>
          <Inlines parts={block.parts} />
        </h3>
      );
    case "paragraph":
      return (
        <p>
          <Inlines parts={block.parts} />
        </p>
      );
    case "code":
      return <CodeBlock title={block.title} text={block.text} maxLines={60} />;
    case "list":
      return <List block={block} />;
    case "quote":
      return (
        <blockquote className={styles["quote"]}>
          <GuideBlocks blocks={block.blocks} />
        </blockquote>
      );
    case "table":
      return <Table block={block} />;
    case "line":
      return <hr className={styles["line"]} />;
  }
}

function List({ block }: { block: Extract<Block, { kind: "list" }> }): ReactNode {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <GuideBlocks blocks={item} />
    </li>
  ));
  return block.isOrdered ? (
    <ol className={styles["ordered"]}>{items}</ol>
  ) : (
    <ul className={styles["list"]}>{items}</ul>
  );
}

function Table({ block }: { block: Extract<Block, { kind: "table" }> }): ReactNode {
  const { header, rows } = block;
  const hasHeader = header.some((cell) => cell.length > 0);
  return (
    <div className={styles["frame"]} tabIndex={0} role="group" aria-label="Table">
      <table className={styles["table"]}>
        {hasHeader ? (
          <thead>
            <tr>
              {header.map((cell, index) =>
                cell.length === 0 ? (
                  <td key={index} />
                ) : (
                  <th key={index} scope="col">
                    <Inlines parts={cell} />
                  </th>
                ),
              )}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>
                  <Inlines parts={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inlines({ parts }: { parts: readonly Inline[] }): ReactNode {
  return parts.map((part, index) => <Fragment key={index}>{inline(part)}</Fragment>);
}

function inline(part: Inline): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return <code className={styles["code"]}>{part.text}</code>;
    case "strong":
      return (
        <strong>
          <Inlines parts={part.parts} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines parts={part.parts} />
        </em>
      );
    case "struck":
      return (
        <del>
          <Inlines parts={part.parts} />
        </del>
      );
    case "break":
      return <br />;
    case "link":
      return <GuideLink href={part.href} parts={part.parts} />;
  }
}

function GuideLink({ href, parts }: { href: string; parts: readonly Inline[] }): ReactNode {
  const guide = /^\/guides\/([^#]+)(?:#(.*))?$/.exec(href);
  if (guide === null) {
    return (
      <a href={href} rel="noreferrer noopener" target="_blank" className={styles["link"]}>
        <Inlines parts={parts} />
      </a>
    );
  }
  return (
    <Link
      to="/guides/$slug"
      params={{ slug: guide[1] ?? "" }}
      hash={guide[2] ?? ""}
      className={styles["link"]}
    >
      <Inlines parts={parts} />
    </Link>
  );
}
