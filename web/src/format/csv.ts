// Rows as CSV that spreadsheets open safely: cells that would start a formula are quoted by an apostrophe.

const FORMULA = /^[=+\-@\t\r]/;

export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(text: string): string {
  const isFigure = /^[+-]?\d[\d.,]*$/.test(text);
  const safe = FORMULA.test(text) && !isFigure ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
