// An invoice as a PDF, on as many A4 pages as it needs. The same document is the same bytes, so that it can be signed,
// compared and asked for again.
import PDFDocument from "pdfkit";
import type { InvoiceDocument } from "./invoice-document.ts";

const MARGIN = 56;
const AMOUNT_WIDTH = 120;
const ROW_GAP = 4;
const TITLE_SIZE = 18;
const TEXT_SIZE = 10;

/** `madeAtMs` is shown as the document's date. */
export function renderPdf(document: InvoiceDocument, madeAtMs: number): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    info: { Title: document.title, CreationDate: new Date(madeAtMs), ModDate: new Date(madeAtMs) },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  pdf.font("Helvetica-Bold").fontSize(TITLE_SIZE).text(document.title).moveDown();
  pdf.fontSize(TEXT_SIZE);
  for (const { name, value } of document.facts) {
    pdf
      .font("Helvetica-Bold")
      .text(`${name}: `, { continued: true })
      .font("Helvetica")
      .text(printable(value));
  }
  pdf.moveDown();
  for (const { description, amount } of document.lines) row(pdf, printable(description), amount, "Helvetica");
  pdf.moveDown();
  for (const { name, value } of document.totals) row(pdf, name, value, "Helvetica-Bold");
  pdf.moveDown().font("Helvetica").text(document.footer, MARGIN);
  pdf.end();
  return whole;
}

function row(pdf: PDFKit.PDFDocument, left: string, right: string, font: string): void {
  const width = pdf.page.width - 2 * MARGIN - AMOUNT_WIDTH;
  pdf.font(font);
  const height = pdf.heightOfString(left, { width });
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
  const top = pdf.y;
  pdf.text(left, MARGIN, top, { width });
  pdf.text(right, MARGIN + width, top, { width: AMOUNT_WIDTH, align: "right" });
  pdf.y = top + height + ROW_GAP;
}

/** The built-in fonts hold Latin-1. */
function printable(text: string): string {
  return text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, "?");
}
