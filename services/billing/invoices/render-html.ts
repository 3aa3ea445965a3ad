// An invoice as a page that prints well and loads nothing. Pure; every text is escaped.
import type { InvoiceDocument } from "./invoice-document.ts";

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:48rem;color:#111}
table{width:100%;border-collapse:collapse;margin:1.5rem 0}td,th{padding:.35rem .5rem;border-bottom:1px solid #ddd;text-align:left;overflow-wrap:anywhere}
td.amount,th.amount{text-align:right;white-space:nowrap}dt{color:#666}dl{display:grid;grid-template-columns:8rem 1fr}dd{margin:0}footer{color:#666}`;

export function renderHtml(document: InvoiceDocument): string {
  const facts = document.facts.map(({ name, value }) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`);
  const lines = document.lines.map(
    ({ description, amount }) =>
      `<tr><td>${escape(description)}</td><td class="amount">${escape(amount)}</td></tr>`,
  );
  const totals = document.totals.map(
    ({ name, value }) => `<tr><th>${escape(name)}</th><th class="amount">${escape(value)}</th></tr>`,
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(document.title)}</title>`,
    `<style>${STYLE}</style></head><body><h1>${escape(document.title)}</h1><dl>${facts.join("")}</dl>`,
    `<table><thead><tr><th>Description</th><th class="amount">Amount</th></tr></thead>`,
    `<tbody>${lines.join("")}</tbody><tfoot>${totals.join("")}</tfoot></table>`,
    `<footer>${escape(document.footer)}</footer></body></html>\n`,
  ].join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
